using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>Everything of one's own as a zip.</summary>
public sealed class OwnDataTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Holds_the_account_the_conversations_and_their_files_and_nothing_of_anybody_else()
    {
        const string Email = "grace.kim@home.example";
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var opened = await doctor.CaseAsync(practice, "Kim");
        await doctor.PostAsync($"{opened}/patient-talk/invitation", new { email = Email, confirmEmail = Email, firstMessage = "Please send a picture" });
        using var patient = app.CreatePerson();
        var thread = await patient.RegisterAsync(app.CreateOutbox(), Email, "1980-07-27", "+12025550130", "nine amber kites drift");
        var file = (await patient.UploadAsync($"threads/{thread}/files", "tooth.png", Png)).Text("fileId");
        await patient.PostAsync($"threads/{thread}/messages", new { text = "Here it is 🦷", files = new[] { file } }, key: "one");
        var doctorTalk = (await doctor.GetAsync(opened)).Text("doctorTalkId");
        var between = await doctor.PostAsync($"threads/{doctorTalk}/messages", new { text = "Between us", files = Array.Empty<string>() }, key: "two");
        Assert.Equal(HttpStatusCode.Created, between.Status);

        using var zip = await DownloadAsync(patient);
        Assert.Equal(["account.json", "tooth.png", "Riverside Dental, Ben Lindqvist.txt"], zip.Entries.Select(entry => entry.FullName));
        var account = JsonNode.Parse(await TextAsync(zip, "account.json"))!;
        Assert.Equal((Email, "2026-11"), (account["email"]!.GetValue<string>(), account["termsVersion"]!.GetValue<string>()));
        Assert.NotNull(account["termsAcceptedAt"]);
        var talk = await TextAsync(zip, "Riverside Dental, Ben Lindqvist.txt");
        Assert.Contains("Please send a picture\r\n", talk, StringComparison.Ordinal);
        Assert.Contains("Here it is 🦷\r\nWith files: tooth.png\r\n", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("Between us", talk, StringComparison.Ordinal);

        using var own = await DownloadAsync(doctor);
        Assert.Equal(["account.json"], own.Entries.Select(entry => entry.FullName));
    }

    private static async Task<ZipArchive> DownloadAsync(Person person)
    {
        var asked = await person.PostAsync("account/archive");
        while (asked.Status == HttpStatusCode.Accepted)
        {
            asked = await person.PostAsync("account/archive");
        }

        using var store = new HttpClient();
        return new ZipArchive(new MemoryStream(await store.GetByteArrayAsync(new Uri(asked.Text("url")))));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
