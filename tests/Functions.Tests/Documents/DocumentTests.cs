using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Collaborations.Documents;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Processes;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Documents;

/// <summary>A patient's letters and pictures, and what the practice gives to read.</summary>
public sealed class DocumentTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    // In two parts, so that no scanner takes this file for the one it names (EICAR anti-malware test file).
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
    private const string Nobody = "00000000000070008000000000000001";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Letter = "Dear colleague"u8.ToArray();

    [Fact]
    public async Task A_letter_Stands_in_the_library_once_it_has_arrived()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        var begun = await clinic.Manager.PostAsync(path, new { shelf = "correspondence", date = "2026-03-04", name = "To Dr Weiss.txt", size = Letter.Length });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        Assert.Empty((await clinic.Manager.GetAsync(path))["documents"].AsArray());

        await clinic.Manager.CompleteAsync(begun, Letter);
        var list = await clinic.Manager.GetAsync(path);
        var document = Assert.Single(list["documents"].AsArray())!;
        Assert.Equal(
            ("To Dr Weiss", "2026-03-04", "correspondence", "Mara Quist", "ready", false),
            (Text(document, "title"), Text(document, "date"), Text(document, "shelf"), Text(document, "addedBy"), Text(document["file"]!, "state"), document["imported"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.NotModified, (await clinic.Manager.GetNewerAsync(path, list.Version)).Status);
        Assert.Empty((await clinic.Manager.GetAsync($"{path}?shelf=images"))["documents"].AsArray());

        var address = await clinic.Manager.GetAsync($"files/{Text(document["file"]!, "fileId")}/address");
        using var store = new HttpClient();
        Assert.Equal(Letter, await store.GetByteArrayAsync(new Uri(address.Text("url"))));
    }

    [Fact]
    public async Task A_title_and_a_date_Change_under_the_version_that_was_read()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        var document = await AddAsync(clinic.Manager, path, "images", "scan.png", Png);
        var one = $"{path}/{Text(document["file"]!, "fileId")}";
        var changed = await clinic.Manager.PutAsync(one, new { title = " Upper jaw ", date = "2020-02-29" }, Text(document, "etag"));
        Assert.Equal(("Upper jaw", "2020-02-29"), (changed.Text("title"), changed.Text("date")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await clinic.Manager.PutAsync(one, new { title = "Lower jaw" }, Text(document, "etag"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await clinic.Manager.PutAsync(one, new { title = "Lower jaw" })).Status);
        var wrong = await clinic.Manager.PutAsync(one, new { title = " ", date = "1899-12-31" }, changed.Text("etag"));
        Assert.Equal(("required", "document-date-not-possible"), (Text(wrong["errors"]["title"]!.AsArray()), Text(wrong["errors"]["date"]!.AsArray())));
        Assert.Equal("Upper jaw", Text(Assert.Single((await clinic.Manager.GetAsync(path))["documents"].AsArray())!, "title"));
    }

    [Theory]
    [InlineData("2019", true)]
    [InlineData("2019-06", true)]
    [InlineData("2019-13", false)]
    [InlineData("2019-02-29", false)]
    [InlineData("19", false)]
    [InlineData("9999", false)]
    public async Task A_date_Is_as_exact_as_it_is_known(string date, bool possible)
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = $"{clinic.Path}/education";
        var begun = await clinic.Manager.PostAsync(path, new { shelf = "education", date, name = "Leaflet.txt", size = Letter.Length });
        Assert.Equal(possible ? null : "document-date-not-possible", begun.Body!["errors"]?["date"]?[0]?.GetValue<string>());
        Assert.Equal(possible ? HttpStatusCode.Created : HttpStatusCode.BadRequest, begun.Status);
    }

    [Fact]
    public async Task What_was_removed_Is_gone_can_be_put_back_and_ends_after_30_days()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        var id = Text((await AddAsync(clinic.Manager, path, "correspondence", "letter.txt", Letter))["file"]!, "fileId");
        Assert.Equal(HttpStatusCode.NoContent, (await clinic.Manager.SendAsync(HttpMethod.Delete, $"{path}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await clinic.Manager.SendAsync(HttpMethod.Delete, $"{path}/{id}")).Status);
        Assert.Empty((await clinic.Manager.GetAsync(path))["documents"].AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.Manager.GetAsync($"files/{id}/address")).Status);
        Assert.Equal(id, Text(Assert.Single((await clinic.Manager.GetAsync($"{path}?removed=true"))["documents"].AsArray())!["file"]!, "fileId"));

        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.PostAsync($"{path}/{id}/restore")).Status);
        Assert.Single((await clinic.Manager.GetAsync(path))["documents"].AsArray());
        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.GetAsync($"files/{id}/address")).Status);

        await clinic.Manager.SendAsync(HttpMethod.Delete, $"{path}/{id}");
        await app.AdvanceAsync(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(5));
        var files = app.Services.GetRequiredService<FileStore>();
        await Eventually.IsAsync(async () => await files.FindAsync(Identifier.Parse<FileId>(id), default) is null, "The content stays.");

        await clinic.SignInAsync();
        Assert.Empty((await clinic.Manager.GetAsync($"{path}?removed=true"))["documents"].AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.Manager.PostAsync($"{path}/{id}/restore")).Status);
    }

    [Fact]
    public async Task Where_the_process_that_deletes_it_cannot_begin_It_stays_in_the_library()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        var id = FileId.From(Guid.Parse(Text((await AddAsync(clinic.Manager, path, "correspondence", "letter.txt", Letter))["file"]!, "fileId")));
        var place = (await app.Services.GetRequiredService<FileStore>().FindAsync(id, default))!.Record.Library;
        await using var processes = new IdleClient();
        await Assert.ThrowsAsync<NotSupportedException>(
            () => app.Services.GetRequiredService<DocumentHandler>().RemoveAsync(place, id, processes, default));
        Assert.Single((await clinic.Manager.GetAsync(path))["documents"].AsArray());
    }

    [Fact]
    public async Task Said_complete_twice_at_once_Is_complete_also_for_who_comes_a_moment_later()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        var id = FileId.From(Guid.Parse(Text((await AddAsync(clinic.Manager, path, "correspondence", "letter.txt", Letter))["file"]!, "fileId")));
        var file = (await app.Services.GetRequiredService<FileStore>().FindAsync(id, default))!;

        // As it was when the second request came in.
        var seat = new FileSeat(id, file with { Record = file.Record with { State = FileState.Uploading } }, IsUploader: true);
        await using var processes = new IdleClient();
        var answer = await app.Services.GetRequiredService<FileHandler>()
            .CompleteAsync(seat, new BlocksForm([Convert.ToBase64String("0001"u8)]), processes, default);
        Assert.Equal(FileState.Ready, answer.Value.State);
    }

    [Fact]
    public async Task What_an_import_brought_Stands_there_too_and_stays_as_a_member_left_it()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var bundle = Bundles.Of(
            Bundles.Patient("1"), Bundles.Document("d1", "Patient/1", "text/plain", Letter, "Referral"), Bundles.Document("d2", "Patient/1", "image/png", Png, "Bitewing"));
        await clinic.ImportAsync(bundle);
        var path = await PathAsync(clinic, import: false);
        var letter = Assert.Single((await clinic.Manager.GetAsync($"{path}?shelf=correspondence"))["documents"].AsArray())!;
        var picture = Assert.Single((await clinic.Manager.GetAsync($"{path}?shelf=images"))["documents"].AsArray())!;
        Assert.Equal(("Referral", "2022-05-06", true, "Bitewing"), (Text(letter, "title"), Text(letter, "date"), letter["imported"]!.GetValue<bool>(), Text(picture, "title")));

        var (first, second) = ($"{path}/{Text(letter["file"]!, "fileId")}", $"{path}/{Text(picture["file"]!, "fileId")}");
        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.PutAsync(first, new { title = "From Dr Weiss" }, Text(letter, "etag"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await clinic.Manager.SendAsync(HttpMethod.Delete, second)).Status);
        await clinic.ImportAsync(bundle);
        Assert.Equal("From Dr Weiss", Text(Assert.Single((await clinic.Manager.GetAsync(path))["documents"].AsArray())!, "title"));

        app.Clock.Advance(TimeSpan.FromDays(30));
        await clinic.SignInAsync();
        Assert.Equal("document-gone", (await clinic.Manager.PostAsync($"{second}/restore")).Code);
    }

    [Fact]
    public async Task A_long_list_Comes_in_pages_by_date_or_by_title()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var letters = Enumerable.Range(0, 60).Select(each =>
            Bundles.Document($"d{each}", "Patient/1", "text/plain", Encoding.UTF8.GetBytes($"Letter {each}"), $"Letter {59 - each:D2}").With("date", $"2020-01-01T00:00:{each:D2}Z"));
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. letters]));
        var path = await PathAsync(clinic, import: false);
        var first = await clinic.Manager.GetAsync($"{path}?sort=title");
        var second = await clinic.Manager.GetAsync($"{path}?sort=title&cursor={first.Text("cursor")}");
        var titles = first["documents"].AsArray().Concat(second["documents"].AsArray()).Select(each => Text(each!, "title"));
        Assert.Equal(Enumerable.Range(0, 60).Select(each => $"Letter {each:D2}"), titles);
        Assert.Null(second.Body!["cursor"]);
        Assert.Equal("cursor-unknown", (await clinic.Manager.GetAsync($"{path}?cursor={Nobody}")).Code);
    }

    [Theory]
    [InlineData("photo.png", 0, "file-empty")]
    [InlineData("film.mp4", 524_288_001, "file-too-large")]
    [InlineData("page.html", 10, "file-type-not-taken")]
    [InlineData("", 10, "file-name-missing")]
    public async Task A_file_that_is_not_taken_Is_refused_as_everywhere(string name, long size, string code)
    {
        using var clinic = await Clinic.OpenAsync(app);
        Assert.Equal(code, (await clinic.Manager.PostAsync($"{clinic.Path}/education", new { shelf = "education", name, size })).Code);
    }

    [Fact]
    public async Task What_may_do_harm_Stands_there_held_back_and_is_not_opened()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = $"{clinic.Path}/education";
        var harmful = await AddAsync(clinic.Manager, path, "education", "letter.txt", Encoding.ASCII.GetBytes(Eicar));
        var other = await AddAsync(clinic.Manager, path, "education", "photo.png", Letter);
        Assert.Equal(("malware", "typeMismatch"), (Text(harmful["file"]!, "reason"), Text(other["file"]!, "reason")));
        Assert.NotEqual(HttpStatusCode.OK, (await clinic.Manager.GetAsync($"files/{Text(harmful["file"]!, "fileId")}/address")).Status);

        // Who uploaded it may throw it away at once.
        Assert.Equal(HttpStatusCode.NoContent, (await clinic.Manager.SendAsync(HttpMethod.Delete, $"files/{Text(other["file"]!, "fileId")}")).Status);
        Assert.Single((await clinic.Manager.GetAsync(path))["documents"].AsArray());
    }

    [Fact]
    public async Task A_member_of_another_practice_Finds_nothing()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        var id = Text((await AddAsync(clinic.Manager, path, "correspondence", "letter.txt", Letter))["file"]!, "fileId");
        using var stranger = app.CreatePerson();
        await stranger.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        string[] reads = [path, $"{clinic.Path}/education", $"files/{id}", $"files/{id}/address"];
        foreach (var read in reads)
        {
            Assert.Equal((read, HttpStatusCode.NotFound), (read, (await stranger.GetAsync(read)).Status));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(path, new { shelf = "correspondence", name = "a.txt", size = 1 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PutAsync($"{path}/{id}", new { title = "Mine" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(HttpMethod.Delete, $"{path}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{path}/{id}/restore")).Status);

        // Nor is it in the library of somebody else in the practice.
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.Manager.GetAsync($"{clinic.Path}/patients/{Nobody}/documents")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.Manager.PutAsync($"{clinic.Path}/education/{id}", new { title = "Mine" })).Status);
    }

    [Fact]
    public async Task A_shelf_of_another_library_Is_refused()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = await PathAsync(clinic);
        Assert.Equal("shelf-not-here", (await clinic.Manager.PostAsync(path, new { shelf = "education", name = "a.txt", size = 1 })).Code);
        Assert.Equal("shelf-not-here", (await clinic.Manager.PostAsync($"{clinic.Path}/education", new { shelf = "images", name = "a.txt", size = 1 })).Code);
        Assert.Equal("shelf-not-here", (await clinic.Manager.GetAsync($"{path}?shelf=education")).Code);
    }

    private static string Text(JsonArray codes) => Assert.Single(codes)!.GetValue<string>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static async Task<string> PathAsync(Clinic clinic, bool import = true)
    {
        if (import)
        {
            await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1")));
        }

        return $"{clinic.Path}/patients/{await clinic.PatientAsync("falk")}/documents";
    }

    private static async Task<JsonNode> AddAsync(Person person, string path, string shelf, string name, byte[] content)
    {
        var begun = await person.PostAsync(path, new { shelf, name, size = content.Length });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        await person.CompleteAsync(begun, content);
        return (await person.GetAsync(path))["documents"].AsArray().Single(each => Text(each!["file"]!, "fileId") == Text(begun["file"], "fileId"))!;
    }
}
