using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>A manager brings a colleague in, who forgets the password; then the practice asks for a second step.</summary>
[Collection(Accounts.Name)]
public sealed class ManagerStoryTests(Chromium chromium, Site site)
{
    private const string Manager = "amara.okafor@riverside.example";
    private const string Colleague = "noor.haddad@riverside.example";
    private const string Phone = "+12025550177";
    private const string FirstPassword = "eleven silver larks sing";
    private const string SecondPassword = "twelve copper owls glide";

    private readonly Outbox _outbox = new(site.Application);

    [Fact]
    public async Task Invited_registered_forgotten_and_asked_for_a_code()
    {
        await using var manager = await Visit.StartAsync(chromium, site, width: 1440);
        await manager.GoAsync("/");
        await SignInAsync(manager, Manager, site.Password);
        await Expect(manager.Heading("Cases")).ToBeVisibleAsync();
        await InviteAsync(manager);

        await using var colleague = await RegisterAsync();
        await Expect(colleague.Heading("Cases")).ToBeVisibleAsync();
        await ResetAsync();

        await AcceptNewTermsAsync(colleague);

        await SetSecondStepAsync(manager, on: true);
        try
        {
            await SignInWithCodeAsync();
        }
        finally
        {
            await SetSecondStepAsync(manager, on: false);
        }
    }

    private static async Task SignInAsync(Visit visit, string email, string password)
    {
        await visit.Field("Email address").FillAsync(email);
        await visit.Field("Password").FillAsync(password);
        await visit.Button("Sign in").ClickAsync();
    }

    private static async Task InviteAsync(Visit manager)
    {
        await manager.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "People", Exact = true }).ClickAsync();
        await Expect(manager.Heading("People")).ToBeVisibleAsync();
        await Expect(manager.Page.GetByText("Amara Okafor (you)")).ToBeVisibleAsync();
        await manager.Field("First name").FillAsync("Noor");
        await manager.Field("Last name").FillAsync("Haddad");
        await manager.Field("Email address").FillAsync(Colleague);
        await manager.Field("Confirm email address").FillAsync("noor@elsewhere.example");
        await manager.Button("Send invitation").ClickAsync();
        await Expect(manager.Page.GetByText("The two addresses are not the same").First).ToBeVisibleAsync();
        await manager.Field("Confirm email address").FillAsync(Colleague);
        await manager.Button("Send invitation").ClickAsync();
        await Expect(manager.Page.GetByText("Noor Haddad").First).ToBeVisibleAsync();
        await manager.LookAsync("story-people");
    }

    private async Task<Visit> RegisterAsync()
    {
        var colleague = await Newcomer.OpenAsync(chromium, site, await _outbox.LinkAsync(Colleague));
        await Newcomer.RegisterAsync(colleague, _outbox, Phone, FirstPassword, "story-member");
        return colleague;
    }

    private async Task ResetAsync()
    {
        await using var asking = await Visit.StartAsync(chromium, site);
        await asking.GoAsync("/");
        await asking.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Forgotten your password?" }).ClickAsync();
        await Expect(asking.Heading("Set a new password")).ToBeVisibleAsync();
        await asking.Field("Email address").FillAsync("not an address");
        await asking.Button("Send the link").ClickAsync();
        await Expect(asking.Page.GetByText("Enter an email address, such as").First).ToBeVisibleAsync();
        await asking.Field("Email address").FillAsync(Colleague);
        await asking.Button("Send the link").ClickAsync();
        await Expect(asking.Heading("Check your email")).ToBeVisibleAsync();
        await asking.LookAsync("story-reset-sent");

        await using var resetting = await Newcomer.OpenAsync(chromium, site, await _outbox.LinkAsync(Colleague, count: 2));
        await Expect(resetting.Heading("How should we send your code?")).ToBeVisibleAsync();
        await resetting.Page.ReloadAsync();
        await Newcomer.ProveAsync(resetting, _outbox, Phone, 2, "story-proof");
        await Newcomer.ChooseAsync(resetting, SecondPassword);
        await Expect(resetting.Heading("Your new password is saved. Sign in")).ToBeVisibleAsync();
        await resetting.LookAsync("story-reset-done");
        await resetting.Field("Password").FillAsync(SecondPassword);
        await resetting.Button("Sign in").ClickAsync();
        await Expect(resetting.Heading("Cases")).ToBeVisibleAsync();
    }

    private static async Task SetSecondStepAsync(Visit manager, bool on)
    {
        await manager.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Settings", Exact = true }).ClickAsync();
        await manager.Page.ReloadAsync();
        await manager.Field("Members are asked for a code").SetCheckedAsync(on);
        await manager.Button("Save settings").ClickAsync();
        await Expect(manager.Page.GetByText("The settings are saved.")).ToBeVisibleAsync();
        await manager.LookAsync("story-settings");
    }

    // Terms change with a release; here the session's answer says that they have.
    private static async Task AcceptNewTermsAsync(Visit colleague)
    {
        await colleague.GoAsync("/");
        await SignInAsync(colleague, Colleague, SecondPassword);
        await Expect(colleague.Heading("Cases")).ToBeVisibleAsync();
        var session = await colleague.Page.EvaluateAsync<string>("fetch('/api/session').then(answer => answer.text())");
        var changed = session.Replace("\"needsTerms\":false", "\"needsTerms\":true", StringComparison.Ordinal);
        await colleague.Page.RouteAsync("**/api/session", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = changed }));
        await colleague.Page.ReloadAsync();
        await Expect(colleague.Heading("Terms of Use")).ToBeVisibleAsync();
        await colleague.LookAsync("story-new-terms");
        await colleague.Page.Locator(".terms p").Last.ScrollIntoViewIfNeededAsync();
        await colleague.Button("I Accept").ClickAsync();
        await Expect(colleague.Heading("Cases")).ToBeVisibleAsync();
    }

    private async Task SignInWithCodeAsync()
    {
        await using var colleague = await Visit.StartAsync(chromium, site);
        await colleague.GoAsync("/");
        await SignInAsync(colleague, Colleague, SecondPassword);
        await Newcomer.ProveAsync(colleague, _outbox, Phone, 3, "story-proof");
        await Expect(colleague.Heading("Cases")).ToBeVisibleAsync();
    }
}
