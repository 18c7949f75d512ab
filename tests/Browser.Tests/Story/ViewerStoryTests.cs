using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>Files of every kind that opens in the page, enlarged, one after the other; then all of them as a zip.</summary>
[Collection(Accounts.Name)]
public sealed class ViewerStoryTests(Chromium chromium, Site site)
{
    [Theory]
    [InlineData(false, "Kim", "amara.okafor@riverside.example")]
    [InlineData(true, "Rivera", "chloe.martin@riverside.example")]
    public async Task Every_kind_Is_seen_turned_and_saved(bool dark, string patient, string email)
    {
        await using var member = await Visit.StartAsync(chromium, site, width: 1440, dark: dark);
        await OpenAttachmentsAsync(member, patient, email);
        await UploadAsync(member);
        var look = $"viewer-{(dark ? "dark" : "light")}";
        await member.LookAsync($"{look}-tab");

        await member.Button("View photo.png").ClickAsync();
        await Expect(member.Page.Locator(".viewer-stage img")).ToBeVisibleAsync();
        await member.LookAsync($"{look}-picture");
        await member.Button("Enlarge").ClickAsync();
        await Expect(member.Page.GetByText("Actual size")).ToBeVisibleAsync();
        await member.LookAsync($"{look}-actual-size");
        await member.Page.Keyboard.PressAsync("0");

        await TurnAsync(member, "plan.pdf");
        await Expect(member.Page.Locator(".viewer-pdf, .viewer-note")).ToBeVisibleAsync();
        await member.LookAsync($"{look}-pdf");
        await TurnAsync(member, "letter.tif");
        await Expect(member.Page.Locator(".viewer-stage canvas")).ToBeVisibleAsync();
        await member.LookAsync($"{look}-tiff");
        await TurnAsync(member, "scan.dcm");
        await member.Page.GetByLabel("Page 1 of 2").PressAsync("ArrowRight");
        await member.Page.GetByLabel("Contrast").PressAsync("ArrowRight");
        await Expect(member.Page.GetByLabel("Page 2 of 2")).ToBeVisibleAsync();
        await member.LookAsync($"{look}-dicom");
        await member.Heading("scan.dcm").FocusAsync();
        await TurnAsync(member, "wavelets.dcm");
        await Expect(member.Page.GetByText("stored in a way that cannot be shown here")).ToBeVisibleAsync();
        await member.LookAsync($"{look}-not-shown");

        await member.Page.Keyboard.PressAsync("Escape");
        await Expect(member.Page.Locator("dialog.dialog--full")).ToBeHiddenAsync();
        await Expect(member.Button("View photo.png")).ToBeFocusedAsync();
        await SaveAllAsync(member);
        Assert.Empty(member.Complaints);
        Assert.Empty(member.Strangers);
    }

    private async Task OpenAttachmentsAsync(Visit member, string patient, string email)
    {
        await member.GoAsync("/");
        await member.Field("Email address").FillAsync(email);
        await member.Field("Password").FillAsync(site.Password);
        await member.Button("Sign in").ClickAsync();
        await member.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = patient }).ClickAsync();
        await member.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Attachments" }).ClickAsync();
        await Expect(member.Heading("No files yet")).ToBeVisibleAsync();
        await Expect(member.Button("Download all")).ToBeHiddenAsync();
    }

    // By name, so that which file is beside which is known.
    private static async Task UploadAsync(Visit member)
    {
        var photo = await member.Page.ScreenshotAsync();
        (string Name, byte[] Content)[] files =
        [
            ("photo.png", photo), ("plan.pdf", SampleFiles.Pdf()), ("letter.tif", SampleFiles.Tiff()), ("scan.dcm", SampleFiles.Dicom()),
            ("wavelets.dcm", SampleFiles.Dicom("1.2.840.10008.1.2.4.90")),
        ];
        foreach (var (name, content) in files.Reverse())
        {
            await member.Page.Locator("input[type=file]").SetInputFilesAsync(
                new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
            await Expect(member.Button($"View {name}")).ToBeVisibleAsync();
        }
    }

    private static async Task TurnAsync(Visit member, string name)
    {
        await member.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(member.Heading(name)).ToBeVisibleAsync();
    }

    private static async Task SaveAllAsync(Visit member)
    {
        var download = await member.Page.RunAndWaitForDownloadAsync(() => member.Button("Download all").ClickAsync());
        Assert.Equal("attachments.zip", download.SuggestedFilename);
        await using var content = await download.CreateReadStreamAsync();
        using var kept = new MemoryStream();
        await content.CopyToAsync(kept);
        using var zip = new ZipArchive(kept);
        Assert.Equal(
            ["wavelets.dcm", "scan.dcm", "letter.tif", "plan.pdf", "photo.png"], zip.Entries.Select(entry => entry.FullName));
    }
}
