using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.Extensions.DependencyInjection;
using static Collaborations.Tests.Files.Pictures;
using Task = System.Threading.Tasks.Task;

namespace Collaborations.Tests.Fhir;

/// <summary>Documents go out as the patient's library has them, and in again into the same practice they make nothing twice.</summary>
public sealed class LibraryExportTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));
    private static readonly byte[] Letter = "Dear colleague"u8.ToArray();

    // Its metadata is left out when it comes in, so that what goes out has other bytes.
    private static readonly byte[] Photo = Join([0xFF, 0xD8], Exif(Tiff(6, isBig: false)), Segment(0xDA, [1]), [0xFF, 0xD9]);

    [Fact]
    public async Task What_members_changed_removed_and_uploaded_Goes_out_as_it_is()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var library = await LibraryAsync(clinic, Bundles.Document("a", "Patient/1", "text/plain", Letter, "Referral"), Bundles.Document("b", "Patient/1", "text/plain", "B"u8.ToArray(), "Report"), Bundles.Document("c", "Patient/1", "text/plain", "C"u8.ToArray(), "Note"));
        await ChangeAsync(clinic, library, "Referral", new { title = "From Dr Weiss", date = "2019" });
        await ChangeAsync(clinic, library, "Report", new { title = "Report", date = "2022-05-06" });
        await RemoveAsync(clinic, library, "Note");
        await AddAsync(clinic, library, "correspondence", "To Dr Weiss.txt", Letter, "2026-03-04");
        await AddAsync(clinic, library, "images", "Scan.txt", "Scanned"u8.ToArray(), date: null);
        await AddAsync(clinic, library, "images", "Removed.jpg", Photo, date: null);
        await RemoveAsync(clinic, library, "Removed");

        var exported = await ExportAsync(clinic);

        Assert.Equal(
            ["From Dr Weiss 2019 Dear colleague", "Report 2022-05-05 B", "Scan  Scanned", "To Dr Weiss 2026-03-04 Dear colleague"],
            Documents(exported).Select(each => each.Content[0].Attachment!).Select(each => $"{each.Title} {each.Creation} {Encoding.UTF8.GetString(each.Data!)}").Order(StringComparer.Ordinal));
        Assert.Equal([new DateTimeOffset(2022, 5, 6, 12, 0, 0, TimeSpan.Zero)], Documents(exported).Select(each => each.Date).OfType<DateTimeOffset>());

        // And in another practice it stands there so, and goes out again so.
        using var empty = await Clinic.OpenAsync(app);
        Assert.Equal([], await empty.ReportAsync(await empty.ImportAsync(exported)));
        Assert.Equal(await TitlesAsync(clinic, library), await TitlesAsync(empty, $"{empty.Path}/patients/{await empty.PatientAsync("falk")}/documents"));
        Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(await ExportAsync(empty)));
    }

    [Fact]
    public async Task Ones_own_export_again_Makes_nothing_twice_and_changes_nothing_in_the_library()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var library = await LibraryAsync(clinic, Bundles.Document("a", "Patient/1", "text/plain", Letter, "Referral"), Bundles.Document("b", "Patient/1", "image/jpeg", Photo, "Bitewing"));
        await AddAsync(clinic, library, "images", "Smile.jpg", Photo, date: null);
        await AddAsync(clinic, library, "correspondence", "To Dr Weiss.txt", Letter, date: null);
        var exported = await ExportAsync(clinic);

        // What was changed since stays as it is.
        await ChangeAsync(clinic, library, "Bitewing", new { title = "Left side" });
        await ChangeAsync(clinic, library, "To Dr Weiss", new { title = "To Dr White" });
        await RemoveAsync(clinic, library, "Smile");
        await RemoveAsync(clinic, library, "Referral");
        var (before, titles) = (await FilesAsync(), await TitlesAsync(clinic, library));
        var again = await clinic.ImportAsync(exported);

        Assert.Equal("5 0", $"{again["taken"]} {again["refused"]}");
        Assert.Equal([], await clinic.ReportAsync(again));
        Assert.Equal(before, await FilesAsync());
        Assert.Equal(["Left side", "To Dr White"], titles.Select(title => title.Split('|')[0]));
        Assert.Equal(titles, await TitlesAsync(clinic, library));
        Assert.Equal(2, Documents(await ExportAsync(clinic)).Count);
    }

    [Fact]
    public async Task One_of_several_contents_that_was_removed_Can_be_put_back_after_ones_own_export_came_again()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var library = await LibraryAsync(clinic, OfTwo());
        var first = await IdAsync(clinic, library, "First");
        await RemoveAsync(clinic, library, "First");
        var before = await FilesAsync();
        var exported = await ExportAsync(clinic);
        Assert.Equal("Second", Assert.Single(Assert.Single(Documents(exported)).Content).Attachment!.Title);

        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(exported)));
        Assert.Equal(before, await FilesAsync());
        Assert.Single((await clinic.Manager.GetAsync($"{library}?removed=true"))["documents"].AsArray());
        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.PostAsync($"{library}/{first}/restore")).Status);
        Assert.Equal(["First", "Second"], (await TitlesAsync(clinic, library)).Select(title => title.Split('|')[0]));

        // Once more, and once more by the bundle that it came with.
        await clinic.ImportAsync(await ExportAsync(clinic));
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), OfTwo()));
        Assert.Equal(["First", "Second"], (await TitlesAsync(clinic, library)).Select(title => title.Split('|')[0]));
        Assert.Equal(before, await FilesAsync());
    }

    [Fact]
    public async Task A_cases_export_in_the_same_practice_Leaves_its_attachments_where_they_are()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var library = await LibraryAsync(clinic, Bundles.Document("a", "Patient/1", "text/plain", Letter, "Referral"));
        var made = await clinic.Manager.PostAsync($"{clinic.Path}/cases", new { patientId = await clinic.PatientAsync("falk"), title = "Crown" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var note = await clinic.Manager.UploadAsync($"{clinic.Path}/cases/{made.Text("caseId")}/attachments", "note.txt", "Fits"u8.ToArray());
        Assert.Equal("ready", note.Text("state"));
        var exported = await clinic.ExportAsync($"cases/{made.Text("caseId")}");
        Assert.Equal(2, Documents(exported).Count);
        var before = await FilesAsync();

        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(exported)));

        Assert.Equal(before, await FilesAsync());
        Assert.Single(await TitlesAsync(clinic, library));
        Assert.Equal(exported, await clinic.ExportAsync($"cases/{made.Text("caseId")}"));
    }

    [Fact]
    public async Task An_upload_of_another_patient_or_another_practice_Is_taken_as_whatever_comes()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var library = await LibraryAsync(clinic);
        await AddAsync(clinic, library, "correspondence", "Mine.txt", Letter, date: null);
        var id = await IdAsync(clinic, library, "Mine");
        var other = Bundles.Of(Bundles.Patient("2", "Orr", "Sam"), Bundles.Document(id, "Patient/2", "text/plain", "Not yours"u8.ToArray(), "Other"));

        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(other)));

        Assert.Single(await TitlesAsync(clinic, $"{clinic.Path}/patients/{await clinic.PatientAsync("orr")}/documents"));
        Assert.Single(await TitlesAsync(clinic, library));
    }

    private static JsonObject OfTwo() => Bundles.Document("a", "Patient/1", "text/plain", Letter, "First").With("content", Bundles.Json("""
        [{"attachment":{"contentType":"text/plain","title":"First","data":"QUFB"}},{"attachment":{"contentType":"text/plain","title":"Second","data":"QkJC"}}]
        """));

    private static async Task<string> LibraryAsync(Clinic clinic, params JsonObject[] documents)
    {
        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. documents]))));
        return $"{clinic.Path}/patients/{await clinic.PatientAsync("falk")}/documents";
    }

    private static async Task<byte[]> ExportAsync(Clinic clinic) => await clinic.ExportAsync($"patients/{await clinic.PatientAsync("falk")}");

    private static List<DocumentReference> Documents(byte[] exported)
    {
        Assert.True(Strict.TryDeserializeResource(Encoding.UTF8.GetString(exported), out var resource, out var issues), string.Join('\n', issues.Select(issue => issue.Message)));
        return [.. Assert.IsType<Bundle>(resource).Entry.Select(entry => entry.Resource).OfType<DocumentReference>()];
    }

    private static async Task<JsonNode> FindAsync(Clinic clinic, string library, string title) =>
        (await clinic.Manager.GetAsync(library))["documents"].AsArray().Single(each => each!["title"]!.GetValue<string>() == title)!;

    private static async Task<string> IdAsync(Clinic clinic, string library, string title) =>
        (await FindAsync(clinic, library, title))["file"]!["fileId"]!.GetValue<string>();

    private static async Task<IReadOnlyList<string>> TitlesAsync(Clinic clinic, string library) =>
    [
        .. (await clinic.Manager.GetAsync($"{library}?sort=title"))["documents"].AsArray()
            .Select(each => $"{each!["title"]}|{each["date"]}|{each["shelf"]}"),
    ];

    private static async Task ChangeAsync(Clinic clinic, string library, string title, object form)
    {
        var document = await FindAsync(clinic, library, title);
        var path = $"{library}/{document["file"]!["fileId"]!.GetValue<string>()}";
        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.PutAsync(path, form, document["etag"]!.GetValue<string>())).Status);
    }

    private static async Task RemoveAsync(Clinic clinic, string library, string title) => Assert.Equal(
        HttpStatusCode.NoContent, (await clinic.Manager.SendAsync(HttpMethod.Delete, $"{library}/{await IdAsync(clinic, library, title)}")).Status);

    private static async Task AddAsync(Clinic clinic, string library, string shelf, string name, byte[] content, string? date)
    {
        var begun = await clinic.Manager.PostAsync(library, new { shelf, date, name, size = content.Length });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        Assert.Equal("ready", (await clinic.Manager.CompleteAsync(begun, content)).Text("state"));
    }

    private async Task<IReadOnlyList<string>> FilesAsync()
    {
        var rows = new List<string>();
        await foreach (var row in app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Files").QueryAsync<TableEntity>())
        {
            rows.Add($"{row.PartitionKey} {row.ETag}");
        }

        return rows;
    }
}
