using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What holds for every page there is, at the widths and in the colours that people use.</summary>
[Collection(Pages.Name)]
public sealed class PageTests(Chromium chromium, Site site)
{
    public static TheoryData<string, string> EveryPage { get; } = new()
    {
        { "/", "front" },
        { "/register", "register" },
        { "/reset", "reset" },
        { "/inbox", "inbox" },
        { "/practice", "practice" },
        { "/nowhere/at/all", "not-found" },
        { "/outbox", "outbox" },
    };

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task Looked_at_in_every_width_and_colour_Is_accessible_quiet_and_self_contained(string path, string name)
    {
        foreach (var (width, dark) in ((int, bool)[])[(360, false), (360, true), (1440, false), (1440, true)])
        {
            await using var visit = await Visit.StartAsync(chromium, site, width, dark);
            await visit.GoAsync(path);

            await visit.PictureAsync($"{name}-{width}-{(dark ? "dark" : "light")}");
            Assert.Empty(await visit.BarriersAsync());
            Assert.Empty(visit.Strangers);
            // A browser says by itself that an answer was 404, or that nobody was signed in.
            var expected = name switch { "not-found" => "404", "inbox" or "practice" => "401", _ => "none" };
            Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains(expected, StringComparison.Ordinal));
            Assert.False(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} scrolls sideways at {width}.");
        }
    }

    [Fact]
    public async Task A_page_that_is_not_there_Is_answered_with_404_and_a_way_back()
    {
        await using var visit = await Visit.StartAsync(chromium, site);
        var response = await visit.GoAsync("/nowhere/at/all");

        Assert.Equal(404, response.Status);
        Assert.NotEqual(0, await visit.Page.GetByRole(AriaRole.Link).CountAsync());
    }

    [Fact]
    public async Task The_front_page_Says_that_the_service_answers()
    {
        await using var visit = await Visit.StartAsync(chromium, site);
        await visit.GoAsync("/");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Yes. Everything answers.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_JavaScript_There_is_a_plain_sentence()
    {
        await using var visit = await Visit.StartAsync(chromium, site, scripts: false);
        await visit.GoAsync("/");

        Assert.Contains("JavaScript", await visit.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_somebody_slips_in_Does_not_run()
    {
        await using var visit = await Visit.StartAsync(chromium, site);
        await visit.GoAsync("/");

        await Assert.ThrowsAnyAsync<PlaywrightException>(() => visit.Page.EvaluateAsync("""
            const script = document.createElement('script');
            script.textContent = 'window.slippedIn = true';
            document.body.append(script);
            """));

        Assert.False(await visit.Page.EvaluateAsync<bool>("window.slippedIn === true"));
    }
}
