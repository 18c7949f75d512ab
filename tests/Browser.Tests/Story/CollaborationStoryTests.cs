using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>A member shares a patient with two colleagues, changes their mind in time, and is answered.</summary>
[Collection(Pages.Name)]
public sealed class CollaborationStoryTests(Chromium chromium, Site site)
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string First = "nuria.costa@citysurgery.example";
    private const string Second = "g.whitfield@parkfamily.example";
    private const string TooLate = "Please look at the lower right molar too.";
    private const string Password = "nine amber kites drift";

    private readonly Outbox _outbox = new(site.Application);

    [Fact]
    public async Task Two_colleagues_One_reads_at_once_and_ends_the_editing_and_one_reads_late()
    {
        await using var member = await StartAsync();
        await EditAsync(member);
        await member.Button("Edit").ClickAsync();
        await member.Field("Collaboration message").FillAsync(TooLate);

        await using var early = await Newcomer.OpenAsync(chromium, site, await _outbox.LinkAsync(First));
        await Newcomer.RegisterAsync(early, _outbox, "+12025550142", Password, pictures: null);
        await Expect(early.Heading("Ben Lindqvist shares a patient with you")).ToBeVisibleAsync();
        await Expect(early.Page.GetByText("Please look at the lower left molar")).ToHaveCountAsync(0);
        await early.LookAsync("story-shared-waiting");
        await early.Button("Open the message").ClickAsync();
        await Expect(early.Page.GetByText("Please look at the lower left molar, before Friday.")).ToBeVisibleAsync();
        await Expect(early.Page.GetByText("George Whitfield")).ToBeVisibleAsync();
        await Expect(early.Page.Locator(".shared-files li")).ToHaveCountAsync(4);
        await early.LookAsync("story-shared-opened");

        // The lock falls by itself on the member's page, and takes nothing away from whoever is still typing.
        await Expect(member.Page.GetByText("Locked. Núria Costa read it first")).ToBeVisibleAsync();
        await FollowUpAsync(member);
        await Expect(early.Page.GetByText(TooLate)).ToBeVisibleAsync();
        await early.Field("Respond").FillAsync("I will see them on Thursday.");
        await early.Button("Submit Message").ClickAsync();
        await Expect(member.Page.GetByText("I will see them on Thursday.")).ToBeVisibleAsync();
        await member.LookAsync("story-collaboration-answered");

        await using var late = await Newcomer.OpenAsync(chromium, site, await _outbox.LinkAsync(Second));
        await Newcomer.RegisterAsync(late, _outbox, "+12025550143", Password, pictures: null);
        await late.Button("Open the message").ClickAsync();
        await Expect(late.Page.GetByText("Please look at the lower left molar, before Friday.")).ToBeVisibleAsync();
        await Expect(late.Page.GetByText("I will see them on Thursday.")).ToBeVisibleAsync();

        foreach (var email in (await _outbox.EmailsAsync(First)).Concat(await _outbox.EmailsAsync(Second)))
        {
            Assert.DoesNotContain("molar", email, StringComparison.Ordinal);
            Assert.DoesNotContain("Grace Kim", email, StringComparison.Ordinal);
        }
    }

    // Told who has read it, with the text still there, which then goes on as a message of its own.
    private static async Task FollowUpAsync(Visit member)
    {
        await member.Button("Save the changes").ClickAsync();
        await Expect(member.Page.GetByText("Núria Costa read it on")).ToBeInViewportAsync();
        await Expect(member.Field("Collaboration message")).ToHaveValueAsync(TooLate);
        await member.LookAsync("story-collaboration-too-late");
        await member.Button("Move my text to the answers").ClickAsync();
        await Expect(member.Button("Edit")).ToHaveCountAsync(0);
        await Expect(member.Page.GetByText("Please look at the lower left molar, before Friday.")).ToBeVisibleAsync();
        await Expect(member.Field("Your message to the collaborators")).ToHaveValueAsync(TooLate);
        await member.Button("Send").ClickAsync();
    }

    private async Task<Visit> StartAsync()
    {
        var member = await Visit.StartAsync(chromium, site, width: 1440);
        await member.GoAsync("/");
        await member.Field("Email address").FillAsync(Doctor);
        await member.Field("Password").FillAsync(site.Password);
        await member.Button("Sign in").ClickAsync();
        await member.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Grace Kim" }).ClickAsync();
        await member.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Start Collaboration >>" }).ClickAsync();
        await Expect(member.Heading("Start Collaboration")).ToBeVisibleAsync();
        await member.Button("Start Collaboration").ClickAsync();
        await Expect(member.Page.GetByText("Choose at least one contact").First).ToBeVisibleAsync();
        await member.Field("Search contacts").FillAsync("cos");
        await member.Button("Add Núria Costa").ClickAsync();
        await member.Field("Search contacts").FillAsync("whit");
        await member.Button("Add George Whitfield").ClickAsync();
        await member.Field("Collaboration message").FillAsync("Please look at the lower left molar.");
        await member.LookAsync("story-collaboration-start");

        // A reload loses nothing.
        await member.Page.ReloadAsync();
        await Expect(member.Field("Collaboration message")).ToHaveValueAsync("Please look at the lower left molar.");
        await member.Button("Preview").ClickAsync();
        await Expect(member.Heading("What each collaborator gets")).ToBeVisibleAsync();
        await member.LookAsync("story-collaboration-preview");
        await member.Page.Keyboard.PressAsync("Escape");
        await member.Button("Start Collaboration").ClickAsync();
        await Expect(member.Page.GetByText("started by Ben Lindqvist")).ToBeVisibleAsync();
        await member.LookAsync("story-collaboration-open");
        await member.Button("Correct the address of George Whitfield").ClickAsync();
        await Expect(member.Field("Confirm Email Address")).ToBeVisibleAsync();
        await member.LookAsync("story-collaboration-address");
        await member.Page.Keyboard.PressAsync("Escape");
        return member;
    }

    private static async Task EditAsync(Visit member)
    {
        await member.Button("Edit").ClickAsync();
        await member.Field("Collaboration message").FillAsync("Please look at the lower left molar, before Friday.");
        await member.LookAsync("story-collaboration-edit");
        await member.Button("Save the changes").ClickAsync();
        await Expect(member.Page.GetByText("The changes are saved.")).ToBeVisibleAsync();
    }
}
