using System.Net;
using System.Net.Http.Json;

namespace Collaborations.Tests.Http;

/// <summary>How often one address may try, whatever it says that it is.</summary>
public sealed class SourceLimitTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Sixty_sign_ins_in_ten_minutes_Are_heard_whoever_they_say_they_come_from()
    {
        // From the beginning of a window.
        app.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(app.Clock.GetUtcNow().Ticks % TimeSpan.FromMinutes(10).Ticks));
        for (var tries = 0; tries < 60; tries++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(tries));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(60));
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(61));
    }

    private async Task<HttpStatusCode> SignInAsync(int number)
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-in");
        request.Content = JsonContent.Create(new { email = $"nobody{number}@nowhere.example", password = "not a password of anybody" });
        request.Headers.Add("X-Forwarded-For", $"203.0.113.{number}");
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }
}
