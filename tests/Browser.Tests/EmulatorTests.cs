using System.Net;
using System.Text.Json.Nodes;
using Browser.Tests.Story;
using Tests.Support;

namespace Browser.Tests;

/// <summary>The pages as Static Web Apps serves them: its emulator, with the routes and headers of <c>staticwebapp.config.json</c>.</summary>
public sealed class EmulatorTests(Emulator emulator, Chromium chromium) : IClassFixture<Emulator>, IClassFixture<Chromium>
{
    private static readonly JsonNode Config = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("static-web", "staticwebapp.config.json")))!;

    public static IEnumerable<object[]> EveryPage { get; } = Config["routes"]!.AsArray()
        .Where(route => route!["rewrite"] is not null)
        .Select(route => (object[])[route!["route"]!.GetValue<string>().Replace("*", "some/where", StringComparison.Ordinal), route["rewrite"]!.GetValue<string>()])
        .Append(["/", "/index.html"]);

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_Is_the_built_one_with_every_header(string path, string page)
    {
        using var http = Client();
        using var response = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(await File.ReadAllTextAsync(RepositoryRoot.Combine("static-web", "dist", page.TrimStart('/'))), await response.Content.ReadAsStringAsync());
        foreach (var (name, value) in Config["globalHeaders"]!.AsObject())
        {
            Assert.Equal(value!.GetValue<string>(), string.Join(", ", response.Headers.GetValues(name)));
        }
    }

    [Fact]
    public async Task What_never_changes_under_its_name_Is_kept_by_browsers()
    {
        using var http = Client();
        var asset = Path.GetFileName(Directory.EnumerateFiles(RepositoryRoot.Combine("static-web", "dist", "assets"), "*.js").First());
        using var response = await http.GetAsync($"assets/{asset}");

        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.GetValues("Cache-Control")));
    }

    [Theory]
    [InlineData("/nowhere/at/all")]
    [InlineData("/assets/gone.js")]
    [InlineData("/.auth/login/aad")]
    [InlineData("/.auth/login/github")]
    [InlineData("/outbox")]
    public async Task What_is_not_there_Is_answered_with_404(string path)
    {
        using var http = Client();
        using var response = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_main_story_Passes_through_it()
    {
        var story = new MainStory(chromium, emulator.Site);
        await using var member = await story.SignInAsync();
        await MainStory.InviteAsync(member, "Élodie Marchand", "elodie.marchand@home.example", "Bonjour Élodie");

        await using var patient = await story.OpenLinkAsync("elodie.marchand@home.example");
        await MainStory.BirthDateAsync(patient, "30", "6", "1987");
        await MainStory.PhonesAsync(patient);
        await MainStory.DeliverAsync(patient, "Text message: Cell phone ending in 24");
        await MainStory.EnterAsync(patient, await story.Outbox.CodeAsync("+12025550124"));
        await MainStory.FinishAsync(patient);

        await MainStory.ReadAndAnswerAsync(patient, "Bonjour Élodie");
        await MainStory.ShareAsync(member);
        Assert.Empty(patient.Strangers);
        Assert.Empty(patient.Complaints);
    }

    private HttpClient Client() => new() { BaseAddress = emulator.Site.Address };
}
