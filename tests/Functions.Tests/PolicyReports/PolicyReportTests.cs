using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Collaborations.Tests.PolicyReports;

/// <summary>What browsers say that they refused to load.</summary>
public sealed class PolicyReportTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("application/csp-report", """{"csp-report":{"violated-directive":"script-src 'self'","blocked-uri":"inline"}}""", HttpStatusCode.NoContent)]
    [InlineData("application/reports+json", """[{"type":"csp-violation","body":{"effectiveDirective":"img-src"}}]""", HttpStatusCode.NoContent)]
    [InlineData("application/reports+json", """[{"body":7},3,null,{"body":{"effectiveDirective":"what\nnobody knows"}}]""", HttpStatusCode.NoContent)]
    [InlineData("application/reports+json", "no json", HttpStatusCode.BadRequest)]
    public async Task Reported_Is_taken_where_it_is_a_report(string type, string body, HttpStatusCode status) =>
        Assert.Equal(status, await PostAsync(type, body));

    [Fact]
    public async Task Larger_than_any_report_Is_not_read() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync("application/csp-report", new string(' ', 40_000)));

    private async Task<HttpStatusCode> PostAsync(string type, string body)
    {
        using var browser = app.CreateBrowser();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await browser.PostAsync(new Uri("api/csp-reports", UriKind.Relative), content);
        return answer.StatusCode;
    }
}
