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

    // Whoever plants a session in somebody's browser, their own or one that they made up, is not in it with them afterwards.
    [Theory]
    [InlineData("ben.lindqvist@riverside.example")]
    [InlineData("chloe.martin@riverside.example")]
    public async Task Brought_to_a_sign_in_It_is_over_and_another_takes_its_place(string owner)
    {
        var older = ValueOf(await SignInAsync(owner));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "session", older));
        var newer = ValueOf(await SignInAsync(brought: older));
        Assert.NotEqual(older, newer);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "session", older));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "session", newer));
    }

    [Fact]
    public async Task Made_up_and_brought_to_a_sign_in_It_is_not_taken_over()
    {
        var known = ValueOf(await SignInAsync());
        var planted = known[..^40] + new string('A', 40);
        Assert.NotEqual(planted, ValueOf(await SignInAsync(brought: planted)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "session", planted));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "session", known));
    }

    private static string ValueOf(string cookie) => cookie[(Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];

    private async Task<string> SignInAsync(string email = "ben.lindqvist@riverside.example", string? brought = null)
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-in") { Content = JsonContent.Create(new { email, password = app.Password }) };
        if (brought is not null)
        {
            request.Headers.Add("Cookie", $"{Name}={brought}");
        }

        using var answer = await browser.SendAsync(request);
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
