using System.Net;
using System.Net.Http.Json;

namespace Collaborations.Tests.Accounts;

/// <summary>The cookie of a session, as a browser gets it and as somebody who stole it may send it.</summary>
public sealed class SessionCookieTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Name = "__Host-session";

    [Fact]
    public async Task Set_Is_for_this_host_and_no_script_and_another_one_at_each_sign_in()
    {
        var (first, second) = (await SignInAsync(), await SignInAsync());
        foreach (var attribute in new[] { "; path=/", "; secure", "; httponly", "; samesite=strict" })
        {
            Assert.Contains(attribute, first, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain=", first, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(ValueOf(first), ValueOf(second));
    }

    [Fact]
    public async Task After_signing_out_It_is_worth_nothing()
    {
        var cookie = ValueOf(await SignInAsync());
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "session", cookie));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(HttpMethod.Post, "sign-out", cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "session", cookie));
    }

    [Fact]
    public async Task Changed_in_one_character_It_is_nobodys()
    {
        var cookie = ValueOf(await SignInAsync());
        var changed = cookie[..^1] + (cookie[^1] == 'A' ? 'Q' : 'A');
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "session", changed));
    }

    private static string ValueOf(string cookie) => cookie[(Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];

    private async Task<string> SignInAsync()
    {
        using var browser = app.CreateBrowser();
        using var answer = await browser.PostAsJsonAsync(
            new Uri("api/sign-in", UriKind.Relative), new { email = "ben.lindqvist@riverside.example", password = app.Password });
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Name + "=", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string cookie)
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(method, $"api/{path}");
        request.Headers.Add("Cookie", $"{Name}={cookie}");
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }
}
