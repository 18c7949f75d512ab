using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>The steps of somebody who registers without a birth date, with a telephone of their own.</summary>
public static class Newcomer
{
    /// <summary>From the telephone to the first sign-in.</summary>
    /// <param name="visit">At the link of the email.</param>
    /// <param name="outbox">Where the code arrives.</param>
    /// <param name="phone">A cell phone, E.164.</param>
    /// <param name="password">The new one.</param>
    /// <param name="pictures">The beginning of the pictures' names; null where the same steps are looked at elsewhere.</param>
    public static async Task RegisterAsync(Visit visit, Outbox outbox, string phone, string password, string? pictures)
    {
        await visit.Page.Locator("input[type=tel]").First.FillAsync(phone);
        await LookAsync(visit, pictures, "phone");
        await visit.Button("Continue").ClickAsync();
        await ProveAsync(visit, outbox, phone, codes: 1, pictures);
        await Expect(visit.Heading("Terms of Use")).ToBeVisibleAsync();
        await visit.Page.Locator(".terms p").Last.ScrollIntoViewIfNeededAsync();
        await Expect(visit.Button("I Accept")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await visit.Button("I Accept").ClickAsync();
        await ChooseAsync(visit, password);
        await Expect(visit.Heading("You are registered. Sign in")).ToBeVisibleAsync();
        await visit.Field("Password").FillAsync(password);
        await visit.Button("Sign in").ClickAsync();
    }

    /// <param name="visit">Asked for a way to get a code.</param>
    /// <param name="outbox">Where the code arrives.</param>
    /// <param name="phone">E.164.</param>
    /// <param name="codes">How many came to it, with this one.</param>
    /// <param name="pictures">The beginning of the pictures' names; null where the same steps are looked at elsewhere.</param>
    public static async Task ProveAsync(Visit visit, Outbox outbox, string phone, int codes, string? pictures)
    {
        await Expect(visit.Heading("How should we send your code?")).ToBeVisibleAsync();
        await visit.Page.GetByText($"Text message: Cell phone ending in {phone[^2..]}", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await LookAsync(visit, pictures, $"delivery-{codes}");
        await visit.Button("Send the code").ClickAsync();
        await Expect(visit.Heading("Enter the code")).ToBeVisibleAsync();
        await LookAsync(visit, pictures, $"code-{codes}");
        await visit.Field("Six-digit code").FillAsync(await outbox.CodeAsync(phone, codes));
        await visit.Button("Continue").ClickAsync();
    }

    public static async Task ChooseAsync(Visit visit, string password)
    {
        await Expect(visit.Heading("Choose a password")).ToBeVisibleAsync();
        await visit.Field("New password").FillAsync(password);
        await visit.Field("New password once more").FillAsync(password);
        await visit.Button("Save password").ClickAsync();
    }

    /// <summary>Opens the link of an email, whose secret the page takes out of the address.</summary>
    public static async Task<Visit> OpenAsync(Chromium chromium, Site site, string address)
    {
        var visit = await Visit.StartAsync(chromium, site);
        var link = new Uri(address);
        await visit.GoAsync(link.PathAndQuery + link.Fragment);
        Assert.Empty(new Uri(visit.Page.Url).Fragment);
        return visit;
    }

    private static Task LookAsync(Visit visit, string? pictures, string step) =>
        pictures is null ? Task.CompletedTask : visit.LookAsync($"{pictures}-{step}");
}
