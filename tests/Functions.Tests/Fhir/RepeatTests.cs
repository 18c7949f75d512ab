using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Collaborations.Fhir.Import;
using Collaborations.Files;
using Collaborations.Identifiers;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Fhir;

/// <summary>The same bundle twice changes nothing and makes nothing twice; a newer one changes what is newer; cut off and tried again, the end is the same.</summary>
public sealed class RepeatTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly string[] Tables = ["Patients", "PatientIndex", "PatientSources", "PatientIdentities", "Records", "Files"];

    private static JsonObject Whole => Bundles.Of([Bundles.Patient("1"), Bundles.Patient("2", "Orr", "Sam"), .. Bundles.Everything("", "Patient/1"), Bundles.Condition("last", "Patient/2")]);

    [Fact]
    public async Task The_same_bundle_again_Changes_no_row()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Whole);
        var before = await RowsAsync(clinic);
        var again = await clinic.ImportAsync(Whole);
        Assert.Equal("12 0", $"{again["taken"]} {again["refused"]}");
        Assert.Equal(before, await RowsAsync(clinic));
    }

    [Fact]
    public async Task The_same_bundle_again_Leaves_what_somebody_has_changed_since()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Whole);
        var path = $"{clinic.Path}/patients/{await clinic.PatientAsync("falk")}";
        var patient = await clinic.Manager.GetAsync(path);
        var form = new { firstName = "Nora", lastName = "Falk-Stone", code = "N-1", language = "en" };
        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.PutAsync(path, form, patient.Text("etag"))).Status);
        await clinic.ImportAsync(Whole);
        Assert.Equal("Falk-Stone", (await clinic.Manager.GetAsync(path)).Text("lastName"));
    }

    [Fact]
    public async Task A_newer_bundle_Changes_the_patient_the_search_and_the_records()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Whole);
        var id = await clinic.PatientAsync("falk");
        var newer = Bundles.Of(
            Bundles.Patient("1", "Stone").Without("birthDate").With("meta", Bundles.Json("""{"lastUpdated":"2025-01-02T00:00:00Z"}""")),
            Bundles.Condition("c", "Patient/1").With("code", Bundles.Json("""{"text":"Periodontitis"}""")).With("meta", Bundles.Json("""{"lastUpdated":"2025-01-02T00:00:00Z"}""")));
        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(newer)));
        Assert.Equal(id, await clinic.PatientAsync("stone"));
        Assert.Empty((await clinic.Manager.GetAsync($"{clinic.Path}/patients?q=falk"))["patients"].AsArray());

        // What the newer one does not say stays.
        Assert.Equal("1971-03-09", (await clinic.Manager.GetAsync($"{clinic.Path}/patients/{id}")).Text("birthDate"));
        var condition = Assert.Single((await clinic.RecordsAsync(id))["conditions"]!.AsArray())!;
        Assert.Equal("Periodontitis", condition["record"]!["code"]!["text"]!.GetValue<string>());

        var older = Bundles.Of(
            Bundles.Patient("1", "Falk").With("meta", Bundles.Json("""{"lastUpdated":"2024-01-02T00:00:00Z"}""")),
            Bundles.Condition("c", "Patient/1").With("meta", Bundles.Json("""{"lastUpdated":"2024-01-02T00:00:00Z"}""")));
        Assert.Equal(["1 Patient older-than-kept", "2 Condition older-than-kept"], await clinic.ReportAsync(await clinic.ImportAsync(older)));
        Assert.Equal(id, await clinic.PatientAsync("stone"));
    }

    [Fact]
    public async Task A_document_with_another_content_Has_another_file_and_is_there_once()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Whole);
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), Bundles.Document("d", "Patient/1", "text/plain", "Dear friend"u8.ToArray(), "Referral")));
        var document = Assert.Single((await clinic.RecordsAsync(await clinic.PatientAsync("falk")))["documents"]!.AsArray())!;
        Assert.Equal(11, Assert.Single(document["files"]!.AsArray())!["size"]!.GetValue<int>());
    }

    [Fact]
    public async Task Cut_off_after_any_number_of_bytes_and_tried_again_The_end_is_the_same()
    {
        using var whole = await Clinic.OpenAsync(app);
        var expected = await ContentAsync(whole, await whole.ImportAsync(Whole));
        var bytes = Whole.Bytes();
        for (var cut = 400; cut < bytes.Length; cut += 1_500)
        {
            Assert.Equal(expected, await CutAsync(bytes, cut));
        }
    }

    [Fact]
    public async Task Two_tries_of_one_import_at_the_same_time_Come_to_the_same()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var services = app.Services;
        var (id, file) = (ImportId.From(Guid.CreateVersion7()), FileId.From(Guid.CreateVersion7()));
        var vault = services.GetRequiredService<FileVault>();
        await vault.PrepareAsync(default);
        await vault.WriteAsync(file, new MemoryStream(Whole.Bytes()), default);
        var import = new FhirImport(MemberId.From(Guid.CreateVersion7()), file, 1, ImportState.Running, null, 0, 0, 0, app.Clock.GetUtcNow(), null);
        await services.GetRequiredService<FhirImportStore>().AddAsync(clinic.Id, id, import, default);
        var importer = services.GetRequiredService<BundleImporter>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => importer.ImportAsync(clinic.Id, id, processes: null, default)));
        var read = await clinic.Manager.GetAsync($"{clinic.Path}/imports/{id}");
        Assert.Equal(HttpStatusCode.NotModified, (await clinic.Manager.GetNewerAsync($"{clinic.Path}/imports/{id}", read.Version)).Status);
        Assert.Equal("done 12 0 0", $"{read["state"]} {read["taken"]} {read["refused"]} {read["lines"]}");
        using var whole = await Clinic.OpenAsync(app);
        Assert.Equal(await ContentAsync(whole, await whole.ImportAsync(Whole)), await ContentAsync(clinic, read));
    }

    // What a first try had written when it was cut off is what a bundle that ends there would have.
    private async Task<string> CutAsync(byte[] bytes, int cut)
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(bytes[..cut]);
        return await ContentAsync(clinic, await clinic.ImportAsync(bytes));
    }

    // What members see, without what is another in each practice.
    private static async Task<string> ContentAsync(Clinic clinic, Story.Reply import)
    {
        var report = string.Join('\n', await clinic.ReportAsync(import));
        var falk = await clinic.ExportAsync($"patients/{await clinic.PatientAsync("falk nora")}");
        var orr = await clinic.ExportAsync($"patients/{await clinic.PatientAsync("orr sam")}");
        return $"{import["taken"]} {import["refused"]}\n{report}\n{Convert.ToBase64String(falk)}\n{Convert.ToBase64String(orr)}";
    }

    private async Task<IReadOnlyList<string>> RowsAsync(Clinic clinic)
    {
        var rows = new List<string>();
        foreach (var name in Tables)
        {
            var table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient(name);
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                if (row.PartitionKey.StartsWith(clinic.Id.ToString(), StringComparison.Ordinal) || name == "Files")
                {
                    rows.Add($"{name} {row.PartitionKey} {row.RowKey} {row.ETag}");
                }
            }
        }

        return rows;
    }
}
