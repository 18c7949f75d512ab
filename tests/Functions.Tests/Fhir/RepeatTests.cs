using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Collaborations.Fhir.Import;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Records;
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
    public async Task A_number_without_a_system_Makes_nobody_somebody_else()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of(Numbered("a", "Zeller", "1971-03-09"), Bundles.Allergy("x", "Patient/a")));
        var id = await clinic.PatientAsync("zeller");

        // Of another sender, with the same number; and the same person under the name of a marriage.
        var other = await clinic.ImportAsync(Bundles.Of(Numbered("b", "Vasquez", "1988-12-01"), Bundles.Allergy("y", "Patient/b")));
        Assert.Equal("0 2", $"{other["taken"]} {other["refused"]}");
        Assert.Equal("Zeller", (await clinic.Manager.GetAsync($"{clinic.Path}/patients/{id}")).Text("lastName"));
        var married = await clinic.ImportAsync(Bundles.Of(Numbered("c", "Zeller-Amann", "1971-03-09")));
        Assert.Equal("1 0", $"{married["taken"]} {married["refused"]}");
        Assert.Equal("Zeller-Amann", (await clinic.Manager.GetAsync($"{clinic.Path}/patients/{id}")).Text("lastName"));

        // In one bundle too.
        var both = await clinic.ImportAsync(Bundles.Of(Numbered("d", "Ito", "1990-01-01", "77"), Numbered("e", "Osei", "1991-02-02", "77")));
        Assert.Equal("1 1", $"{both["taken"]} {both["refused"]}");
    }

    private static JsonObject Numbered(string id, string family, string birthDate, string number = "4711")
    {
        var patient = Bundles.Patient(id, family);
        patient["identifier"] = new JsonArray(new JsonObject { ["value"] = number });
        patient["birthDate"] = birthDate;
        return patient;
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
        var (id, _) = await BeginAsync(clinic, Whole);
        var importer = app.Services.GetRequiredService<BundleImporter>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => importer.ImportAsync(clinic.Id, id, processes: null, default)));
        var read = await clinic.Manager.GetAsync($"{clinic.Path}/imports/{id}");
        Assert.Equal(HttpStatusCode.NotModified, (await clinic.Manager.GetNewerAsync($"{clinic.Path}/imports/{id}", read.Version)).Status);
        Assert.Equal("done 12 0 0", $"{read["state"]} {read["taken"]} {read["refused"]} {read["lines"]}");
        using var whole = await Clinic.OpenAsync(app);
        Assert.Equal(await ContentAsync(whole, await whole.ImportAsync(Whole)), await ContentAsync(clinic, read));
    }

    [Fact]
    public async Task A_long_bundle_Goes_on_in_another_turn_from_where_it_was_and_comes_to_the_same()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var many = Enumerable.Range(0, 450).Select(each => Bundles.Json($$"""
            {"resourceType":"Patient","id":"{{each}}","identifier":[{"system":"http://many.example","value":"{{each}}"}],"name":[{"family":"A","given":["B"]}]}
            """).AsObject());
        var records = Enumerable.Range(0, 450).Select(each => Bundles.Condition($"c{each}", $"Patient/{each}").With("stage", Bundles.Json("[]")));
        var letter = Bundles.Document("d", "Patient/7", "text/plain", [1], "Letter")
            .With("content", Bundles.Json("""[{"attachment":{"contentType":"text/plain","title":"Letter","url":"Binary/b"}}]"""));
        var binary = Bundles.Json("""{"resourceType":"Binary","id":"b","contentType":"text/plain","data":"QUFB"}""").AsObject();
        var twice = Bundles.Json("""{"resourceType":"Patient","id":"again","identifier":[{"system":"http://many.example","value":"3"}],"name":[{"family":"A","given":["B"]}]}""").AsObject();
        var visits = Enumerable.Range(0, 420).Select(each => Bundles.Json($$"""{"resourceType":"Encounter","id":"e{{each}}"}""").AsObject());
        var (id, file) = await BeginAsync(clinic, Bundles.Of([.. many, letter, .. visits, .. records, binary, twice]));

        // By this clock every turn is over as soon as something is written.
        var services = app.Services;
        var importer = ActivatorUtilities.CreateInstance<BundleImporter>(services, new HurriedTime());
        var imports = services.GetRequiredService<FhirImportStore>();
        var (turns, counts) = (0, new List<int>());
        while (await importer.ImportAsync(clinic.Id, id, processes: null, default))
        {
            turns++;
            var record = (await imports.FindAsync(clinic.Id, id, default))!.Record;
            Assert.Equal(ImportState.Running, record.State);
            counts.Add(record.Taken + record.Refused);
        }

        Assert.True(turns >= 4, $"{turns} turns: nothing was interrupted.");
        Assert.Equal(counts.Order(), counts);
        var read = await clinic.Manager.GetAsync($"{clinic.Path}/imports/{id}");
        Assert.Equal("done 1323 902 421 871", $"{read["state"]} {read["total"]} {read["taken"]} {read["refused"]} {read["lines"]}");
        var report = await clinic.ReportAsync(read);
        Assert.Equal(871, report.Distinct().Count());
        Assert.Equal("1323 Patient patient-twice", Assert.Single(report, line => line.Contains("twice", StringComparison.Ordinal)));
        await services.GetRequiredService<FileVault>().DeleteAsync(file, default);
        var sources = await services.GetRequiredService<PatientIdentityStore>().FindAllAsync(
            clinic.Id, Enumerable.Range(0, 450).Select(each => new SourceIdentifier("http://many.example", $"{each}")), default);
        var patients = sources.Values.ToHashSet();
        Assert.Equal(450, patients.Count);
        var kept = await clinic.RecordsAsync(sources[new SourceIdentifier("http://many.example", "7")].ToString());
        Assert.Equal("c7", Assert.Single(kept["conditions"]!.AsArray())!["record"]!["source"]!["resourceId"]!.GetValue<string>());
        Assert.Equal(3, Assert.Single(Assert.Single(kept["documents"]!.AsArray())!["files"]!.AsArray())!["size"]!.GetValue<int>());
    }

    [Fact]
    public async Task Many_documents_that_wait_for_their_contents_Are_ended_in_parts_and_go_on_in_another_turn()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var documents = Enumerable.Range(0, 900).Select(each => Bundles.Json($$"""
            {"resourceType":"DocumentReference","id":"d{{each}}","status":"current","subject":{"reference":"Patient/1"},
             "content":[{"attachment":{"contentType":"text/plain","title":"Letter","url":"Binary/{{(each % 300 == 0 ? "there" : "nowhere")}}" } }]}
            """).AsObject());
        var binary = Bundles.Json("""{"resourceType":"Binary","id":"there","contentType":"text/plain","data":"QUFB"}""").AsObject();
        var (id, _) = await BeginAsync(clinic, Bundles.Of([Bundles.Patient("1"), .. documents, binary]));
        var importer = ActivatorUtilities.CreateInstance<BundleImporter>(app.Services, new HurriedTime());
        var imports = app.Services.GetRequiredService<FhirImportStore>();
        var parts = new List<(ImportPosition Position, int Lines)>();
        while (await importer.ImportAsync(clinic.Id, id, processes: null, default))
        {
            var record = (await imports.FindAsync(clinic.Id, id, default))!.Record;
            if (record.Position is { Phase: ImportPhase.Documents } position)
            {
                parts.Add((position, record.Lines));
            }
        }

        // A line for each that has no contents: four hundred are one part.
        Assert.Equal([400, 800], parts.Select(part => part.Lines));
        Assert.True(parts[0].Position.Entry < parts[1].Position.Entry);
        var read = await clinic.Manager.GetAsync($"{clinic.Path}/imports/{id}");
        Assert.Equal("done 902 5 897 897", $"{read["state"]} {read["total"]} {read["taken"]} {read["refused"]} {read["lines"]}");
        Assert.Equal(897, (await clinic.ReportAsync(read)).Distinct().Count());
        Assert.Equal(3, (await clinic.RecordsAsync(await clinic.PatientAsync("falk")))["documents"]!.AsArray().Count);
    }

    // What a first try had written when it was cut off is what a bundle that ends there would have.
    private async Task<string> CutAsync(byte[] bytes, int cut)
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(bytes[..cut]);
        return await ContentAsync(clinic, await clinic.ImportAsync(bytes));
    }

    // As after the upload, without the process.
    private async Task<(ImportId Id, FileId File)> BeginAsync(Clinic clinic, JsonObject bundle)
    {
        var (id, file) = (ImportId.From(Guid.CreateVersion7()), FileId.From(Guid.CreateVersion7()));
        var vault = app.Services.GetRequiredService<FileVault>();
        await vault.PrepareAsync(default);
        await vault.WriteAsync(file, new MemoryStream(bundle.Bytes()), default);
        var import = new FhirImport(MemberId.From(Guid.CreateVersion7()), file, 1, ImportState.Running, null, 0, 0, 0, app.Clock.GetUtcNow(), null);
        await app.Services.GetRequiredService<FhirImportStore>().AddAsync(clinic.Id, id, import, default);
        return (id, file);
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

    private sealed class HurriedTime : TimeProvider
    {
        private long _hours;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _hours) * 3_600;
    }
}
