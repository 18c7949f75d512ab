using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Http;

/// <summary>What somebody can tell support, whether or not telemetry goes anywhere.</summary>
public sealed class TraceIdTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private async Task<string> TraceIdAsync(string? traceParent)
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/session");
        if (traceParent is not null)
        {
            request.Headers.TryAddWithoutValidation("traceparent", traceParent);
        }

        using var answer = await browser.SendAsync(request);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return problem!["traceId"]!.GetValue<string>();
    }

    [Fact]
    public async Task Refusal_NamesTheTraceOfItsCaller() => Assert.Equal(Trace, await TraceIdAsync($"00-{Trace}-b7ad6b7169203331-01"));

    [Theory]
    [InlineData(null)]
    [InlineData("anna@example.org")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-00")]
    public async Task CallerWithoutATrace_GetsOne(string? traceParent)
    {
        var trace = await TraceIdAsync(traceParent);
        Assert.Matches("^[0-9a-f]{32}$", trace);
        Assert.NotEqual(new string('0', 32), trace);
    }
}
