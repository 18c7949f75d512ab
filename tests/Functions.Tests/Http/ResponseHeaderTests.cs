using System.Net;
using System.Net.Http.Json;

namespace Collaborations.Tests.Http;

/// <summary>What every answer of the API says to a browser, whether it is one or a refusal.</summary>
public sealed class ResponseHeaderTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Theory]
    [InlineData("GET", "health", HttpStatusCode.OK)]
    [InlineData("GET", "session", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "registration", HttpStatusCode.NotFound)]
    [InlineData("POST", "sign-in", HttpStatusCode.BadRequest)]
    public async Task Answered_or_refused_A_browser_keeps_nothing_runs_nothing_and_shows_it_nowhere(string method, string path, HttpStatusCode status)
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"api/{path}");
        using var answer = await browser.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("no-store", Of(answer, "Cache-Control"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'", Of(answer, "Content-Security-Policy"));
        Assert.Equal("max-age=63072000; includeSubDomains; preload", Of(answer, "Strict-Transport-Security"));
        Assert.Equal("nosniff", Of(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Of(answer, "X-Frame-Options"));
        Assert.Equal("no-referrer", Of(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Of(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("same-origin", Of(answer, "Cross-Origin-Opener-Policy"));
        var closed = Of(answer, "Permissions-Policy").Split(", ");
        Assert.All(closed, feature => Assert.EndsWith("=()", feature, StringComparison.Ordinal));
        Assert.Contains("camera=()", closed);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Asked_by_a_page_of_another_origin_It_may_not_read_the_answer()
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/session");
        request.Headers.Add("Origin", "https://evil.example");
        using var answer = await browser.SendAsync(request);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Signed_out_The_browser_throws_away_what_it_kept()
    {
        using var browser = app.CreateBrowser();
        using var signedIn = await browser.PostAsJsonAsync(new Uri("api/sign-in", UriKind.Relative), new { email = Doctor, password = app.Password });
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-out");
        request.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal)).Split(';')[0]);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", Of(answer, "Clear-Site-Data"));
    }

    [Fact]
    public async Task A_member_that_the_contract_does_not_have_Is_refused()
    {
        using var person = app.CreatePerson();
        var (practice, _) = await person.SignInAsMemberAsync(Doctor, app.Password);
        Assert.Equal("malformed", (await person.PostAsync("sign-in", new { email = Doctor, password = app.Password, practiceId = practice })).Code);
        Assert.Equal("malformed", (await person.PostAsync("password-resets", new { email = Doctor, accountId = practice })).Code);
    }

    [Fact]
    public async Task A_password_of_a_megabyte_Is_refused_before_it_is_read()
    {
        using var person = app.CreatePerson();
        var answer = await person.SignInAsync(Doctor, new string('a', 1_000_000));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body-too-large"), (answer.Status, answer.Code));
    }

    private static string Of(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.TryGetValues(name, out var others) ? others : []);
}
