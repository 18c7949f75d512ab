using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Accounts;

/// <summary>Whoever signs in in vain is not told why.</summary>
public sealed class AnsweredAlikeTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Locked = "chloe.martin@riverside.example";

    [Fact]
    public async Task Unknown_wrong_and_locked_Are_answered_alike()
    {
        await app.ChangeAccountAsync(Locked, account => account with { Guesses = account.Guesses with { LockedUntil = app.Clock.GetUtcNow().AddMinutes(15) } });
        var unknown = await SignInAsync("nobody@riverside.example", "not this one either");
        Assert.StartsWith("401 ", unknown, StringComparison.Ordinal);
        Assert.Contains("wrong-credentials", unknown, StringComparison.Ordinal);
        Assert.Equal(unknown, await SignInAsync("no address at all", "not this one either"));
        Assert.Equal(unknown, await SignInAsync("ben.lindqvist@riverside.example", "not this one either"));
        Assert.Equal(unknown, await SignInAsync(Locked, "not this one either"));
        Assert.Equal(unknown, await SignInAsync(Locked, app.Password));
        Assert.Equal(unknown, await SignInAsync("ben.lindqvist@riverside.example", new string('a', 2_000)));
    }

    /// <returns>All of the answer but the name of the request, which is another each time.</returns>
    private async Task<string> SignInAsync(string email, string password)
    {
        using var browser = app.CreateBrowser();
        using var answer = await browser.PostAsJsonAsync(new Uri("api/sign-in", UriKind.Relative), new { email, password });
        var body = (JsonObject)(await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.True(body.Remove("traceId"));
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Content-Length").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order();
        return $"{(int)answer.StatusCode} {body.ToJsonString()}\n{string.Join('\n', headers)}";
    }
}
