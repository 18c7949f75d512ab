using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>Somebody makes their sign-in safer: a passkey, an authenticator app, another phone; and signs in with each.</summary>
[Collection(Accounts.Name)]
public sealed class AccountStoryTests(Chromium chromium, Site site)
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Phone = "+12025550179";

    private readonly Outbox _outbox = new(site.Application);

    [Fact]
    public async Task A_passkey_an_app_and_a_phone_Are_set_up_and_used()
    {
        await using var doctor = await Visit.StartAsync(chromium, site, width: 1440);
        await GiveAuthenticatorAsync(doctor);
        await SignInAsync(doctor, site.Password);
        await Expect(doctor.Heading("Cases")).ToBeVisibleAsync();
        await OpenAccountAsync(doctor);
        await AddPasskeyAsync(doctor);
        await AddPhoneAsync(doctor);
        var app = await SetUpAppAsync(doctor);
        await doctor.LookAsync("story-account");

        await SignOutAsync(doctor);
        await doctor.LookAsync("story-sign-in-passkey");
        await doctor.Button("Sign in with a passkey").ClickAsync();
        await Expect(doctor.Heading("Cases")).ToBeVisibleAsync();
        await SignOutAsync(doctor);

        await SignInAsync(doctor, site.Password);
        await Expect(doctor.Heading("Enter the code of your app")).ToBeVisibleAsync();
        await doctor.Field("Six digits from the app").FillAsync("000000");
        await doctor.Button("Continue").ClickAsync();
        await Expect(doctor.Page.GetByText("These are not the digits").First).ToBeVisibleAsync();
        await doctor.LookAsync("story-app-code");
        await doctor.Field("Six digits from the app").FillAsync(NextCode(app));
        await doctor.Button("Continue").ClickAsync();
        await Expect(doctor.Heading("Cases")).ToBeVisibleAsync();

        // As it was, for the stories that come after.
        await OpenAccountAsync(doctor);
        await doctor.Button("Remove Authenticator app").ClickAsync();
        await ConfirmAsync(doctor, "Remove");
        await Expect(doctor.Button("Set up an app")).ToBeVisibleAsync();
        await SeeExpiredPasswordAsync(doctor);
        Assert.Empty(doctor.Strangers);
    }

    // A password ends after months; here the session's answer says that it has.
    private static async Task SeeExpiredPasswordAsync(Visit doctor)
    {
        var session = await doctor.Page.EvaluateAsync<string>("fetch('/api/session').then(answer => answer.text())");
        var changed = session.Replace("\"needsPassword\":false", "\"needsPassword\":true", StringComparison.Ordinal);
        await doctor.Page.RouteAsync("**/api/session", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = changed }));
        await doctor.Page.ReloadAsync();
        await Expect(doctor.Heading("Change your password")).ToBeVisibleAsync();
        await doctor.Field("New password").FillAsync("short");
        await doctor.LookAsync("story-expired-password");
    }

    // Chromium's own, as its protocol describes it: a device that always confirms.
    private static async Task GiveAuthenticatorAsync(Visit visit)
    {
        var protocol = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await protocol.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
    }

    private static async Task SignInAsync(Visit visit, string password)
    {
        await visit.GoAsync("/");
        await visit.Field("Email address").FillAsync(Doctor);
        await visit.Field("Password").FillAsync(password);
        await visit.Button("Sign in").ClickAsync();
    }

    private static async Task SignOutAsync(Visit visit)
    {
        await OpenAccountAsync(visit);
        await visit.Button("Sign out").First.ClickAsync();
        await Expect(visit.Heading("Sign in")).ToBeVisibleAsync();
    }

    private static async Task OpenAccountAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Account", Exact = true }).ClickAsync();
        await Expect(visit.Heading("How you sign in")).ToBeVisibleAsync();
        await Expect(visit.Heading("Passkeys")).ToBeVisibleAsync();
    }

    private static async Task ConfirmAsync(ILocator form, string password, string button)
    {
        await form.GetByLabel("Current password", new LocatorGetByLabelOptions { Exact = true }).FillAsync(password);
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
    }

    private Task ConfirmAsync(Visit visit, string button) => ConfirmAsync(visit.Page.Locator(".way-form"), site.Password, button);

    private async Task AddPasskeyAsync(Visit doctor)
    {
        await doctor.Button("Add a passkey").ClickAsync();
        await ConfirmAsync(doctor.Page.Locator(".way-form"), "not my password", "Go on");
        await Expect(doctor.Page.GetByText("This is not your current password").First).ToBeVisibleAsync();
        await doctor.LookAsync("story-passkey-password");
        await ConfirmAsync(doctor, "Go on");
        await Expect(doctor.Page.GetByText("Your passkey is ready.")).ToBeVisibleAsync();
    }

    private async Task AddPhoneAsync(Visit doctor)
    {
        await doctor.Button("Add a phone").ClickAsync();
        await doctor.Field("Phone number").FillAsync("12");
        await doctor.Page.GetByText("A cell phone, by text").ClickAsync();
        await ConfirmAsync(doctor, "Send the code");
        await doctor.LookAsync("story-phone-wrong");
        await doctor.Field("Phone number").FillAsync("202 555 0179");
        await ConfirmAsync(doctor, "Send the code");
        await Expect(doctor.Heading("Enter the code")).ToBeVisibleAsync();
        await doctor.LookAsync("story-phone-code");
        await doctor.Field("Six-digit code").FillAsync(await _outbox.CodeAsync(Phone, 1));
        await doctor.Button("Continue").ClickAsync();
        await Expect(doctor.Page.GetByText("Cell phone ending in 79")).ToBeVisibleAsync();
    }

    private async Task<Totp> SetUpAppAsync(Visit doctor)
    {
        await doctor.Button("Set up an app").ClickAsync();
        await ConfirmAsync(doctor, "Go on");
        var secret = await doctor.Page.Locator(".way-secret").InnerTextAsync();
        await doctor.LookAsync("story-app-set-up");
        var app = new Totp(Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal)));
        await doctor.Field("Six digits from the app").FillAsync(app.ComputeTotp());
        await doctor.Button("Continue").ClickAsync();
        await Expect(doctor.Button("Set up another app")).ToBeVisibleAsync();
        return app;
    }

    // The code of the present step was used to set the app up; clocks may differ by one, so the next is taken already.
    private static string NextCode(Totp app) => app.ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30));
}
