using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>The main story in two browsers: a member at a desk, a patient with a phone. Every page it passes is left as a picture.</summary>
[Collection(Pages.Name)]
public sealed class MainStoryTests(Chromium chromium, Site site)
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string PatientPassword = "eleven grey herons wade";

    private readonly Outbox _outbox = new(site.Address);

    [Fact]
    public async Task With_a_text_A_wrong_code_a_re_send_and_a_change_of_delivery()
    {
        await using var member = await SignInAsync();
        await InviteAsync(member, "Rosa Delgado", "rosa.delgado@home.example", "Hello Rosa, how is the tooth?");
        await member.LookAsync("story-invited");

        await using var patient = await OpenLinkAsync("rosa.delgado@home.example");
        await BirthDateAsync(patient, "1", "1", "1958");
        await Expect(patient.Page.GetByText("You have 2 tries left").First).ToBeVisibleAsync();
        await patient.LookAsync("story-birth-date-wrong");
        await BirthDateAsync(patient, "23", "4", "1958");
        await PhonesAsync(patient);
        await DeliverAsync(patient, "Text to Cell phone ending in 21");
        var first = await _outbox.CodeAsync("+12025550121");
        await EnterAsync(patient, first == "000000" ? "111111" : "000000");
        await Expect(patient.Page.GetByText("You have 4 tries left").First).ToBeVisibleAsync();
        await patient.LookAsync("story-code-wrong");

        await patient.Button("Re-send code").ClickAsync(new LocatorClickOptions { Timeout = 60_000 });
        await _outbox.CodeAsync("+12025550121", count: 2);
        await EnterAsync(patient, first);
        await Expect(patient.Page.GetByText("This is not the code we sent").First).ToBeVisibleAsync();

        await patient.Button("Change delivery method").ClickAsync();
        await DeliverAsync(patient, "Call to Phone ending in 22");
        await EnterAsync(patient, await _outbox.CodeAsync("+12025550122"));
        await FinishAsync(patient);

        await ReadAndAnswerAsync(patient, "Hello Rosa, how is the tooth?");
        await ShareAsync(member);
        await EmailsAsync("rosa.delgado@home.example");
    }

    [Fact]
    public async Task With_a_call_And_a_reload_at_every_step()
    {
        await using var member = await SignInAsync();
        await InviteAsync(member, "Élodie Marchand", "elodie.marchand@home.example", "Bonjour Élodie");

        await using var patient = await OpenLinkAsync("elodie.marchand@home.example");
        await patient.Page.ReloadAsync();
        await BirthDateAsync(patient, "30", "6", "1987");
        await Expect(patient.Heading("Which phone can we reach you on?")).ToBeVisibleAsync();
        await patient.Page.ReloadAsync();
        await PhonesAsync(patient);
        await Expect(patient.Heading("How should we send your code?")).ToBeVisibleAsync();
        await patient.Page.ReloadAsync();
        await DeliverAsync(patient, "Call to Cell phone ending in 24");
        var code = await _outbox.CodeAsync("+12025550124");
        await patient.Page.ReloadAsync();
        await EnterAsync(patient, code);
        await Expect(patient.Heading("Terms of Use")).ToBeVisibleAsync();
        await patient.Page.ReloadAsync();
        await FinishAsync(patient);

        await ReadAndAnswerAsync(patient, "Bonjour Élodie");
        await ShareAsync(member);
    }

    private async Task<Visit> SignInAsync()
    {
        var visit = await Visit.StartAsync(chromium, site, width: 1440);
        await visit.GoAsync("/");
        await visit.Field("Email address").FillAsync(Doctor);
        await visit.Field("Password").FillAsync(site.Password);
        await visit.Button("Sign in").ClickAsync();
        await Expect(visit.Heading("Cases")).ToBeVisibleAsync();
        return visit;
    }

    private static async Task InviteAsync(Visit member, string patient, string email, string message)
    {
        await member.LookAsync("story-cases");
        await member.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = patient }).ClickAsync();
        await Expect(member.Heading("Members of the case")).ToBeVisibleAsync();
        await member.LookAsync("story-case");
        await member.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Patient Talk" }).ClickAsync();
        await Expect(member.Heading($"You have not invited {patient} yet")).ToBeVisibleAsync();
        await member.LookAsync("story-not-invited");
        await member.Page.Locator(".empty").GetByRole(AriaRole.Button).ClickAsync();
        await member.Field("Email Address").FillAsync(email);
        await member.Field("Confirm Email Address").FillAsync("somebody@else.example");
        await member.Field("First message (optional)").FillAsync(message);
        await member.Button("Send").ClickAsync();
        await Expect(member.Page.GetByText("The two addresses are not the same").First).ToBeVisibleAsync();
        await member.LookAsync("story-invite");
        await member.Field("Confirm Email Address").FillAsync(email);
        await member.Button("Send").ClickAsync();
        await Expect(member.Heading($"Invitation to {email}")).ToBeVisibleAsync();
        await Expect(member.Page.GetByText("Email delivered")).ToBeVisibleAsync();
    }

    private async Task<Visit> OpenLinkAsync(string email)
    {
        var visit = await Visit.StartAsync(chromium, site);
        var link = new Uri(await _outbox.LinkAsync(email));
        await visit.GoAsync(link.PathAndQuery + link.Fragment);
        Assert.Equal("/register", new Uri(visit.Page.Url).PathAndQuery + new Uri(visit.Page.Url).Fragment);
        await Expect(visit.Heading("When were you born?")).ToBeVisibleAsync();
        await visit.LookAsync("story-birth-date");
        return visit;
    }

    private static async Task BirthDateAsync(Visit patient, string day, string month, string year)
    {
        await patient.Field("Day").FillAsync(day);
        await patient.Field("Month").FillAsync(month);
        await patient.Field("Year").FillAsync(year);
        await patient.Button("Continue").ClickAsync();
    }

    private static async Task PhonesAsync(Visit patient)
    {
        await Expect(patient.Heading("Numbers that the practice has")).ToBeVisibleAsync();
        await patient.LookAsync("story-phones");
        await patient.Button("Continue").ClickAsync();
    }

    private static async Task DeliverAsync(Visit patient, string way)
    {
        await Expect(patient.Heading("How should we send your code?")).ToBeVisibleAsync();
        await patient.Page.GetByText(way, new PageGetByTextOptions { Exact = true }).ClickAsync();
        await patient.LookAsync("story-delivery");
        await patient.Button("Send the code").ClickAsync();
        await Expect(patient.Heading("Enter the code")).ToBeVisibleAsync();
        await patient.LookAsync("story-code");
    }

    private static async Task EnterAsync(Visit patient, string code)
    {
        await patient.Field("Six-digit code").FillAsync(code);
        await patient.Button("Continue").ClickAsync();
    }

    private static async Task FinishAsync(Visit patient)
    {
        await Expect(patient.Heading("Terms of Use")).ToBeVisibleAsync();
        await patient.LookAsync("story-terms");
        await patient.Page.Locator(".terms p").Last.ScrollIntoViewIfNeededAsync();
        await Expect(patient.Button("I Accept")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await patient.Button("I Accept").ClickAsync();
        await Expect(patient.Heading("Choose a password")).ToBeVisibleAsync();
        await patient.Field("New password").FillAsync(PatientPassword);
        await patient.LookAsync("story-password");
        await patient.Field("New password once more").FillAsync(PatientPassword);
        await patient.Button("Save password").ClickAsync();
        await Expect(patient.Heading("You are registered. Sign in")).ToBeVisibleAsync();
        await patient.LookAsync("story-registered");
        await patient.Field("Password").FillAsync(PatientPassword);
        await patient.Button("Sign in").ClickAsync();
    }

    private static async Task ReadAndAnswerAsync(Visit patient, string message)
    {
        await Expect(patient.Page.GetByText(message)).ToBeVisibleAsync();
        await patient.LookAsync("story-thread");
        await patient.Page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = await patient.Page.ScreenshotAsync() });
        await patient.Field("Your message to Ben Lindqvist").FillAsync("Better, thank you. Here is a photo.");
        await Expect(patient.Page.Locator(".file--ready")).ToBeVisibleAsync();
        await patient.Button("Send").ClickAsync();
        await Expect(patient.Page.Locator(".message--mine img")).ToBeVisibleAsync();
        await patient.LookAsync("story-answered");
        await patient.Page.Locator(".message--mine img").ClickAsync();
        await Expect(patient.Page.Locator(".viewer-stage img")).ToBeVisibleAsync();
        await patient.LookAsync("story-viewer");
        await patient.Page.Keyboard.PressAsync("Escape");
        await Expect(patient.Page.Locator(".viewer-stage")).ToBeHiddenAsync();
        await patient.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Secure inbox" }).ClickAsync();
        await Expect(patient.Heading("Secure inbox")).ToBeVisibleAsync();
        await patient.LookAsync("story-inbox");
        await patient.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Profile" }).ClickAsync();
        await Expect(patient.Button("Save choices")).ToBeVisibleAsync();
        await patient.LookAsync("story-account");
    }

    private static async Task ShareAsync(Visit member)
    {
        await Expect(member.Page.GetByText("Better, thank you. Here is a photo.")).ToBeVisibleAsync();
        var share = member.Button("Share File photo.png");
        await Expect(share).ToBeVisibleAsync();
        await member.LookAsync("story-patient-talk");
        await share.ClickAsync();
        await Expect(share).ToBeHiddenAsync();
        await member.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Attachments" }).ClickAsync();
        await Expect(member.Page.GetByText("From the patient", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await member.LookAsync("story-attachments");
        await member.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Doctor Talk" }).ClickAsync();
        await member.Field("Your post to the members of the case").FillAsync("The photo is on the case now.");
        await member.Button("Add to Discussion").ClickAsync();
        await Expect(member.Page.Locator(".message-text", new PageLocatorOptions { HasText = "The photo is on the case now." })).ToBeVisibleAsync();
        await member.LookAsync("story-doctor-talk");
        await member.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Activity" }).ClickAsync();
        await Expect(member.Page.GetByText("Ben Lindqvist shared a file of the patient")).ToBeVisibleAsync();
        await member.LookAsync("story-activity");
    }

    private async Task EmailsAsync(string to)
    {
        var emails = await _outbox.EmailsAsync(to);
        Assert.NotEmpty(emails);
        foreach (var (index, email) in emails.Index())
        {
            foreach (var dark in new[] { false, true })
            {
                await using var reader = await Visit.StartAsync(chromium, site, dark: dark);
                await reader.Page.SetContentAsync(email);
                await reader.LookAsync($"story-email-{index}-{(dark ? "dark" : "light")}");
            }
        }
    }
}
