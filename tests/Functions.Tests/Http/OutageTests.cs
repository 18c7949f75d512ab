using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Http;

/// <summary>The store is away.</summary>
public sealed class OutageTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Nobody_is_let_in_and_the_answer_says_no_more_than_that_it_is_away()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        await app.StopStorageAsync();
        var known = await doctor.GetAsync($"practices/{practice}/cases");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (known.Status, known.Code));
        using var browser = app.CreateBrowser();
        using var answer = await browser.PostAsJsonAsync(
            new Uri("api/sign-in", UriKind.Relative), new { email = "ben.lindqvist@riverside.example", password = app.Password });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var problem = (JsonObject)(await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(["code", "status", "title", "traceId"], problem.Select(member => member.Key).Order());
    }
}
