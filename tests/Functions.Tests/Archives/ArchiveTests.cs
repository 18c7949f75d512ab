using System.IO.Compression;
using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using Collaborations.Accounts;
using Collaborations.Archives;
using Collaborations.Attachments.Archiving;
using Collaborations.Identifiers;
using Collaborations.Terms;
using Collaborations.Tests.Processes;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Archives;

/// <summary>All attachments of a case as a zip.</summary>
public sealed class ArchiveTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Ben = "ben.lindqvist@riverside.example";
    private const string Amara = "amara.okafor@riverside.example";
    private const string Chloe = "chloe.martin@riverside.example";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] OtherPng = [.. Png, 4, 5];
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Nothing to see on the left. ", 20_000)));

    [Fact]
    public async Task Holds_every_file_byte_for_byte_and_says_how_many_are_left_out()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Ben, "Baker");
        await UploadAsync(person, files, "photo.png", Png);
        await UploadAsync(person, files, "Photo.PNG", OtherPng);
        await UploadAsync(person, files, "letter.txt", Text);
        await UploadAsync(person, files, "radiographie à droite.png", Png);
        await UploadAsync(person, files, "secret name.png", Encoding.ASCII.GetBytes("no picture"));
        // Nobody knows of it before it has arrived.
        await person.PostAsync(files, new { name = "still on its way.png", size = 10 });

        var ready = await ReadyAsync(person, files);
        Assert.Equal(4, ready["files"].GetValue<int>());
        Assert.Equal(4, ready["done"].GetValue<int>());
        using var zip = await DownloadAsync(ready);
        Assert.Equal(
            ["Not in here.txt", "photo.png", "Photo (2).PNG", "letter.txt", "radiographie à droite.png"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(Png, await ReadAsync(zip, "photo.png"));
        Assert.Equal(OtherPng, await ReadAsync(zip, "Photo (2).PNG"));
        Assert.Equal(Text, await ReadAsync(zip, "letter.txt"));
        Assert.True(zip.GetEntry("letter.txt")!.CompressedLength < Text.Length / 10);
        Assert.Equal(
            "1 file was held back because it may not be safe, and is not in here.\r\n",
            Encoding.UTF8.GetString(await ReadAsync(zip, "Not in here.txt")));
    }

    [Fact]
    public async Task Asked_again_Is_the_same_until_something_changes_and_each_member_has_their_own()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Ben, "Marchand");
        Assert.Equal("nothing-to-archive", (await person.PostAsync(files + "/archive")).Code);
        await UploadAsync(person, files, "one.png", Png);
        var first = BlobOf(await ReadyAsync(person, files));
        Assert.Equal(first, BlobOf(await ReadyAsync(person, files)));

        using var colleague = app.CreatePerson();
        var others = BlobOf(await ReadyAsync(colleague, await OpenAsync(colleague, Chloe, "Marchand")));
        Assert.NotEqual(first, others);

        await UploadAsync(person, files, "two.png", OtherPng);
        var second = await ReadyAsync(person, files);
        Assert.NotEqual(first, BlobOf(second));
        using var zip = await DownloadAsync(second);
        Assert.Equal(["one.png", "two.png"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Asked_ten_times_at_once_Is_made_once()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Amara, "Huang");
        await UploadAsync(person, files, "one.png", Png);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => person.PostAsync(files + "/archive")));
        var ready = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ReadyAsync(person, files)));
        Assert.Single(ready.Select(BlobOf).Distinct());
    }

    [Fact]
    public async Task For_anybody_who_is_not_of_the_case_It_is_not_there()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Ben, "Baker");
        await UploadAsync(person, files, "photo.png", Png);
        await ReadyAsync(person, files);

        using var stranger = app.CreatePerson();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(files + "/archive")).Status);
        using var manager = app.CreatePerson();
        await manager.SignInAsync(Amara, app.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync(files + "/archive")).Status);
        using var patient = await PatientAsync(PracticeId.From(Guid.Parse(files.Split('/')[1])));
        Assert.Equal(HttpStatusCode.NotFound, (await patient.PostAsync(files + "/archive")).Status);
    }

    [Fact]
    public async Task Whoever_leaves_the_case_Does_not_get_it_any_more()
    {
        using var ben = app.CreatePerson();
        var files = await OpenAsync(ben, Ben, "Delgado");
        await UploadAsync(ben, files, "photo.png", Png);
        await ReadyAsync(ben, files);
        using var amara = app.CreatePerson();
        var signedIn = await amara.SignInAsync(Amara, app.Password);
        var members = (await ben.GetAsync(files[..files.LastIndexOf('/')]))["members"].AsArray();
        var id = members.Single(member => member!["name"]!.GetValue<string>() == "Ben Lindqvist")!["memberId"]!.GetValue<string>();
        var removed = await amara.SendAsync(HttpMethod.Delete, $"{files[..files.LastIndexOf('/')]}/members/{id}");
        Assert.True(removed.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{removed.Status} {signedIn.Status}");
        Assert.Equal(HttpStatusCode.NotFound, (await ben.PostAsync(files + "/archive")).Status);
    }

    [Fact]
    public async Task After_an_hour_It_is_gone_and_asked_for_again_it_is_made_anew()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Amara, "Rivera");
        await UploadAsync(person, files, "one.png", Png);
        var first = await ReadyAsync(person, files);
        var blob = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("archives").GetBlobClient(BlobOf(first));
        await app.AdvanceAsync(Archive.Lifetime);
        await person.SignInAsync(Amara, app.Password);
        Assert.NotEqual(BlobOf(first), BlobOf(await ReadyAsync(person, files)));
        await GoneAsync(blob);
    }

    [Fact]
    public async Task That_could_not_be_made_Is_said_once_and_begun_again_when_asked()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Ben, "Kim");
        await UploadAsync(person, files, "one.png", Png);
        var ready = await ReadyAsync(person, files);
        var account = AccountId.From(Guid.Parse((await person.GetAsync("session")).Text("accountId")));
        var place = AttachmentsArchive.PlaceOf(account, CaseId.From(Guid.Parse(files.Split('/')[3])));
        var order = new ArchiveOrder(place, Identifier.Parse<ArchiveId>(BlobOf(ready)));
        await app.Services.GetRequiredService<ArchiveMaker>().FailAsync(order, CancellationToken.None);
        var failed = await person.PostAsync(files + "/archive");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal("archive-failed", failed.Code);
        Assert.NotEqual(BlobOf(ready), BlobOf(await ReadyAsync(person, files)));
    }

    [Fact]
    public async Task Cut_off_before_it_began_It_begins_when_it_is_asked_for_again()
    {
        using var person = app.CreatePerson();
        var files = await OpenAsync(person, Ben, "Kim");
        await UploadAsync(person, files, "cut off.png", Png);
        var account = AccountId.From(Guid.Parse((await person.GetAsync("session")).Text("accountId")));
        var place = AttachmentsArchive.PlaceOf(account, CaseId.From(Guid.Parse(files.Split('/')[3])));
        await using var processes = new IdleClient();
        await Assert.ThrowsAsync<NotSupportedException>(() => app.Services.GetRequiredService<ArchiveHandler>()
            .AskAsync(place, PracticeId.From(Guid.Parse(files.Split('/')[1])), processes, default));
        using var zip = await DownloadAsync(await ReadyAsync(person, files));
        Assert.NotNull(zip.GetEntry("cut off.png"));
    }

    // Attachments of the case of whoever has this name.
    private async Task<string> OpenAsync(Person person, string email, string patient)
    {
        var signedIn = await person.SignInAsync(email, app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await person.GetAsync($"practices/{practice}/cases?q={patient}&member=");
        if (found["cases"].AsArray().Count == 0)
        {
            found = await person.GetAsync($"practices/{practice}/cases?q={patient}&member=all");
        }

        return $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/attachments";
    }

    // One after the other by the clock that stands still, so that which is the older one is known.
    private async Task UploadAsync(Person person, string files, string name, byte[] content)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await person.UploadAsync(files, name, content);
    }

    private async Task<Person> PatientAsync(PracticeId practice)
    {
        Assert.True(EmailAddress.TryRead("a.patient@home.example", out var email));
        var ids = app.Services.GetRequiredService<IdGenerator>();
        var account = await app.Services.GetRequiredService<AccountRegistry>().RegisterAsync(
            new NewAccount(email, "A Patient", Language.English, "America/New_York", app.Password, [], TermsOfUse.Version, app.Clock.GetUtcNow(), []), CancellationToken.None);
        await app.Services.GetRequiredService<AffiliationStore>().AddAsync(
            account.Value, new Affiliation(AffiliationKind.Patient, practice, ids.New<PatientId>().Value), CancellationToken.None);
        var patient = app.CreatePerson();
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(email.Value, app.Password)).Status);
        return patient;
    }

    private static async Task<Reply> ReadyAsync(Person person, string files)
    {
        var reply = await Eventually.ReadAsync(
            () => person.PostAsync(files + "/archive"), there => there.Status != HttpStatusCode.Accepted, _ => "The archive is not made.");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply;
    }

    private static string BlobOf(Reply ready) => new Uri(ready.Text("url")).Segments[^1];

    private static Task GoneAsync(BlobClient blob) => Eventually.IsAsync(async () => !(await blob.ExistsAsync()).Value, "The archive is still there.");

    private static async Task<ZipArchive> DownloadAsync(Reply ready)
    {
        using var http = new HttpClient();
        using var got = await http.GetAsync(new Uri(ready.Text("url")));
        Assert.Equal("application/zip", got.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment; filename*=UTF-8''attachments.zip", got.Content.Headers.ContentDisposition!.ToString());
        return new ZipArchive(new MemoryStream(await got.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        await using var entry = await zip.GetEntry(name)!.OpenAsync();
        await entry.CopyToAsync(content);
        return content.ToArray();
    }
}
