using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>The steps of the main story, on both sides. They are walked in more than one way, and through more than one front.</summary>
public sealed class MainStory(Chromium chromium, Site site)
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string PatientPassword = "eleven grey herons wade";

    /// <summary>What was sent.</summary>
    public Outbox Outbox { get; } = new(site.Application);

    public async Task<Visit> SignInAsync()
    {
        var visit = await Visit.StartAsync(chromium, site, width: 1440);
        await visit.GoAsync("/");
        await visit.Field("Email address").FillAsync(Doctor);
        await visit.Field("Password").FillAsync(site.Password);
        await visit.Button("Sign in").ClickAsync();
        await Expect(visit.Heading("Cases")).ToBeVisibleAsync();
        return visit;
    }

    public static async Task InviteAsync(Visit member, string patient, string email, string message)
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

    public async Task<Visit> OpenLinkAsync(string email)
    {
        var visit = await Visit.StartAsync(chromium, site);
        var link = new Uri(await Outbox.LinkAsync(email));
        await visit.GoAsync(link.PathAndQuery + link.Fragment);
        Assert.Equal("/register", new Uri(visit.Page.Url).PathAndQuery + new Uri(visit.Page.Url).Fragment);
        await Expect(visit.Heading("When were you born?")).ToBeVisibleAsync();
        await visit.LookAsync("story-birth-date");
        return visit;
    }

    public static async Task BirthDateAsync(Visit patient, string day, string month, string year)
    {
        await patient.Field("Day").FillAsync(day);
        await patient.Field("Month").FillAsync(month);
        await patient.Field("Year").FillAsync(year);
        await patient.Button("Continue").ClickAsync();
    }

    public static async Task PhonesAsync(Visit patient)
    {
        await Expect(patient.Heading("Numbers that the practice has")).ToBeVisibleAsync();
        await patient.LookAsync("story-phones");
        await patient.Button("Continue").ClickAsync();
    }

    public static async Task DeliverAsync(Visit patient, string way)
    {
        await Expect(patient.Heading("How should we send your code?")).ToBeVisibleAsync();
        await patient.Page.GetByText(way, new PageGetByTextOptions { Exact = true }).ClickAsync();
        await patient.LookAsync("story-delivery");
        await patient.Button("Send the code").ClickAsync();
        await Expect(patient.Heading("Enter the code")).ToBeVisibleAsync();
        await patient.LookAsync("story-code");
    }

    public static async Task EnterAsync(Visit patient, string code)
    {
        await patient.Field("Six-digit code").FillAsync(code);
        await patient.Button("Continue").ClickAsync();
    }

    public static async Task FinishAsync(Visit patient)
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

    public static async Task ReadAndAnswerAsync(Visit patient, string message)
    {
        await Expect(patient.Page.GetByText(message)).ToBeVisibleAsync();
        await patient.LookAsync("story-thread");
        await patient.Page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = await patient.Page.ScreenshotAsync() });
        await patient.Field("Your message to Ben Lindqvist").FillAsync("Better, thank you. Here is a photo.");
        await Expect(patient.Page.Locator(".file--ready")).ToBeVisibleAsync();
        await patient.Button("Send").ClickAsync();
        // A picture is fetched once its place comes into view.
        await patient.Page.Locator(".message--mine .sent-picture").ScrollIntoViewIfNeededAsync();
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

    public static async Task ShareAsync(Visit member)
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

    public async Task EmailsAsync(string to)
    {
        var emails = await Outbox.EmailsAsync(to);
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
