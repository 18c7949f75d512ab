using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Http;

/// <summary>Writes that another site makes a browser send.</summary>
public sealed class CrossSiteTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task From_elsewhere_Are_refused_and_nothing_is_done(string header, string value)
    {
        using var browser = app.CreateBrowser();
        using var request = SignIn(header, value);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("cross-site", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "https://localhost")]
    public async Task From_our_own_pages_Are_heard(string header, string value)
    {
        using var browser = app.CreateBrowser();
        using var request = SignIn(header, value);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // As another site can post it without asking the browser's leave first.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task In_a_form_of_another_site_Are_not_read(string type)
    {
        using var browser = app.CreateBrowser();
        using var body = new StringContent("""{"email":"ben.lindqvist@riverside.example","password":"x"}""", new System.Net.Http.Headers.MediaTypeHeaderValue(type));
        using var answer = await browser.PostAsync(new Uri("api/sign-in", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private HttpRequestMessage SignIn(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-in")
        {
            Content = JsonContent.Create(new { email = "ben.lindqvist@riverside.example", password = app.Password }),
        };
        request.Headers.Add(header, value);
        return request;
    }
}
