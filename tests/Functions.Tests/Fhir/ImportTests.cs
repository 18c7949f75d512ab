using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Fhir;

/// <summary>Every entry is taken, or reported with the reason, and nothing else is lost.</summary>
public sealed class ImportTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static JsonObject Condition => Bundles.Condition("c", "Patient/1");

    [Fact]
    public async Task A_patient_and_one_of_each_record_Are_there_with_everything_that_is_kept()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var import = await clinic.ImportAsync(Bundles.OfType("transaction", [Bundles.Patient("1"), .. Bundles.Everything("", "Patient/1")]));
        Assert.Equal([], await clinic.ReportAsync(import));
        Assert.Equal("done 10 10 0", $"{import["state"]} {import["total"]} {import["taken"]} {import["refused"]}");
        var id = await clinic.PatientAsync("falk nora");
        var patient = await clinic.Manager.GetAsync($"{clinic.Path}/patients/{id}");
        Assert.Equal(
            "Nora Falk N-1 1971-03-09 nora.1@home.example +12025550171 +12025550172 fr",
            string.Join(' ', new[] { "firstName", "lastName", "code", "birthDate", "email", "mobile", "landline", "language" }.Select(patient.Text)));
        var records = await clinic.RecordsAsync(id);
        Assert.All(records.Where(kind => kind.Key != "cursor"), kind => Assert.Single(kind.Value!.AsArray()));
        var observation = records["observations"]![0]!["record"]!;
        Assert.Equal("Blood pressure", observation["code"]!["text"]!.GetValue<string>());
        Assert.Equal("2023-06-01T08:15:30.125Z", observation["effective"]!["at"]!.GetValue<string>());
        Assert.Contains("121.50", observation["components"]![0]!.ToJsonString(), StringComparison.Ordinal);
        var document = records["documents"]![0]!;
        Assert.Equal("correspondence", document["record"]!["library"]!.GetValue<string>());
        var file = document["files"]![0]!;
        Assert.Equal("Referral.txt ready", $"{file["name"]} {file["state"]}");
        var address = await clinic.Manager.GetAsync($"files/{file["fileId"]}/address");
        using var store = new HttpClient();
        Assert.Equal("Dear colleague", await store.GetStringAsync(new Uri(address.Text("url"))));
    }

    [Theory]
    [InlineData("{", "not-json")]
    [InlineData("""{"resourceType":"Patient","id":"1"}""", "not-a-bundle")]
    [InlineData("""[1, 2]""", "not-a-bundle")]
    [InlineData("""{"resourceType":"Bundle","type":"history","entry":[]}""", "bundle-type-not-taken")]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""", "bundle-type-not-taken")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","meta":{"profile":["http://hl7.org/fhir/StructureDefinition/Bundle|5.0.0"]}}""", "fhir-version-not-taken")]
    public async Task A_file_that_is_no_bundle_to_take_Is_reported_as_a_whole(string text, string reason)
    {
        using var clinic = await Clinic.OpenAsync(app);
        var import = await clinic.ImportAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal([reason], await clinic.ReportAsync(import));
        Assert.Equal("done", import.Text("state"));
    }

    [Fact]
    public async Task Json_that_breaks_in_the_middle_Keeps_what_came_before_and_says_where()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var whole = Bundles.Of(Bundles.Patient("1"), Condition, Bundles.Allergy("late", "Patient/1")).ToJsonString();
        var cut = whole.IndexOf("late", StringComparison.Ordinal);
        var import = await clinic.ImportAsync(Encoding.UTF8.GetBytes(whole[..cut] + "\u0001" + whole[cut..]));
        Assert.Equal(["not-json"], await clinic.ReportAsync(import));
        var report = await clinic.Manager.GetAsync($"{clinic.Path}/imports/{import.Text("importId")}/report");
        Assert.InRange(report["lines"][0]!["place"]!.GetValue<long>(), cut - 60, cut);
        var records = await clinic.RecordsAsync(await clinic.PatientAsync("falk"));
        Assert.Single(records["conditions"]!.AsArray());
        Assert.Empty(records["allergies"]!.AsArray());
    }

    public static TheoryData<string, string> Broken => new()
    {
        { Bundles.Patient("2").Without("identifier").ToJsonString(), "Patient identifier-missing identifier" },
        { Bundles.Patient("2").Without("name").ToJsonString(), "Patient required name.given\nPatient required name.family" },
        { Bundles.Patient("2").With("birthDate", "1971-02-30").ToJsonString(), "Patient date-malformed birthDate +" },
        { Bundles.Patient("2").With("birthDate", "1971").ToJsonString(), "Patient date-incomplete birthDate +" },
        { Bundles.Patient("2").With("birthDate", "2099-01-01").ToJsonString(), "Patient date-in-future birthDate +" },
        { Bundles.Patient("2").With("birthDate", 1971).ToJsonString(), "Patient element-malformed birthDate +" },
        { Bundles.Patient("2").With("telecom", Bundles.Json("""[{"system":"phone","value":"555-1"}]""")).ToJsonString(), "Patient phone-malformed telecom +" },
        { Bundles.Patient("2").With("telecom", Bundles.Json("""[{"system":"phone","value":"+44 20 7946 0018"}]""")).ToJsonString(), "Patient phone-country-not-served telecom +" },
        { Bundles.Patient("2").With("telecom", Bundles.Json("""[{"system":"email","value":"nobody"}]""")).ToJsonString(), "Patient email-malformed telecom +" },
        { Bundles.Patient("2").With("gender", "female").With("deceasedBoolean", false).ToJsonString(), "Patient elements-not-kept gender, deceasedBoolean +" },
        { Bundles.Patient("2").With("_birthDate", Bundles.Json("""{"extension":[]}""")).ToJsonString(), "Patient elements-not-kept _birthDate +" },
        { Bundles.Patient("1").With("id", "3").ToJsonString(), "Patient patient-twice" },
        { Condition.Without("id").ToJsonString(), "Condition identifier-missing identifier" },
        { Condition.With("id", "c/1").ToJsonString(), "Condition element-malformed id\nCondition identifier-missing identifier" },
        { Bundles.Condition("x", "Patient/none").ToJsonString(), "Condition reference-to-nothing subject" },
        { Condition.Without("subject").ToJsonString(), "Condition element-missing subject" },
        { Condition.Without("code").ToJsonString(), "Condition element-missing code" },
        { Condition.With("recordedDate", "last week").ToJsonString(), "Condition date-malformed recordedDate +" },
        { Condition.With("onsetPeriod", Bundles.Json("""{"start":"2019-99"}""")).ToJsonString(), "Condition date-malformed onsetPeriod.start +" },
        { Condition.With("stage", Bundles.Json("[]")).With("encounter", Bundles.Json("""{"reference":"Encounter/1"}""")).ToJsonString(), "Condition elements-not-kept stage, encounter +" },
        { Condition.With("meta", Bundles.Json("""{"profile":["http://hl7.org/fhir/StructureDefinition/Condition|3.0.2"]}""")).ToJsonString(), "Condition fhir-version-not-taken" },
        { Bundles.MedicationRequest("m", "Patient/1").With("status", "begun").ToJsonString(), "MedicationRequest element-malformed status" },
        { Bundles.MedicationRequest("m", "Patient/1").Without("medicationCodeableConcept").ToJsonString(), "MedicationRequest element-missing medication[x]" },
        { Bundles.MedicationRequest("m", "Patient/1").Without("medicationCodeableConcept").With("medicationReference", Bundles.Json("""{"reference":"Medication/9"}""")).ToJsonString(), "MedicationRequest reference-to-nothing medicationReference" },
        { Bundles.Observation("o", "Patient/1").With("valueRatio", Bundles.Json("{}")).ToJsonString(), "Observation elements-not-kept valueRatio +" },
        { Bundles.Observation("o", "Patient/1").With("note", Bundles.Json($$"""[{"text":"{{new string('n', 70_000)}}"}]""")).ToJsonString(), "Observation record-too-large" },
        { Bundles.Observation("o", "Patient/1").With("note", Bundles.Json($$"""[{"text":"{{new string('n', 300_000)}}"}]""")).ToJsonString(), "Observation record-too-large" },
        { Bundles.Patient("2").With("identifier", Bundles.Json($$"""[{"system":"http://one.example","value":"{{new string('i', 70_000)}}"}]""")).ToJsonString(), "Patient record-too-large" },
        { Bundles.Coverage("v", "Patient/1").With("payor", Bundles.Json("""[{"reference":"Organization/9"}]""")).ToJsonString(), "Coverage reference-to-nothing payor" },
        { """{"resourceType":"Encounter","id":"e"}""", "Encounter resource-not-understood" },
        { """{"id":"untyped"}""", "resource-missing" },
        { """{"resource":{"resourceType":"Condition"},"request":{"method":"DELETE","url":"Condition/1"}}""", "Condition request-not-taken" },
        { Bundles.Document("d", "Patient/1", "text/html", "<p>"u8.ToArray(), "Page").ToJsonString(), "DocumentReference attachment-type-not-taken content.attachment.contentType" },
        { Bundles.Document("d", "Patient/1", "image/png", "no picture"u8.ToArray(), "Photo").ToJsonString(), "DocumentReference attachment-held-back content.attachment +" },
        { Bundles.Document("d", "Patient/1", "text/plain", [], "Empty").ToJsonString(), "DocumentReference file-empty content.attachment" },
        { Bundles.Document("d", "Patient/1", "text/plain", [1], "x").With("content", Bundles.Json("""[{"attachment":{"contentType":"text/plain","url":"https://elsewhere.example/1"}}]""")).ToJsonString(), "DocumentReference attachment-elsewhere content.attachment.url" },
        { Bundles.Document("d", "Patient/1", "text/plain", [1], "x").With("content", Bundles.Json("""[{"attachment":{"contentType":"text/plain","url":"Binary/9"}}]""")).ToJsonString(), "DocumentReference reference-to-nothing content.attachment.url" },
        { """{"resourceType":"Binary","id":"b","contentType":"text/plain","data":"QQ=="}""", "Binary reference-to-nothing" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task An_entry_with_a_fault_Is_reported_with_its_reason_and_the_others_are_taken(string entry, string expected)
    {
        using var clinic = await Clinic.OpenAsync(app);
        var bundle = Bundles.Of(Bundles.Patient("1"), Bundles.Json(entry).AsObject(), Bundles.Procedure("p", "Patient/1"));
        var import = await clinic.ImportAsync(bundle);
        Assert.Equal(expected.Split('\n').Select(line => $"2 {line}"), await clinic.ReportAsync(import));
        var taken = expected.EndsWith('+') ? 3 : 2;
        Assert.Equal($"{taken} {3 - taken}", $"{import["taken"]} {import["refused"]}");
        using var first = JsonContentOf(await clinic.RecordsAsync(await clinic.PatientAsync("n1")));
        Assert.Contains("Simple extraction", await first.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_half_a_character_Is_left_out_and_named()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var text = Bundles.Of(Bundles.Patient("1"), Condition).ToJsonString().Replace("Lower jaw", "\\ud800", StringComparison.Ordinal);
        Assert.Equal(["2 Condition element-malformed bodySite.text +"], await clinic.ReportAsync(await clinic.ImportAsync(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public async Task An_attachment_of_fifty_megabytes_Is_reported_and_everything_else_is_taken()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var large = new string('A', 50 * 1024 * 1024);
        var text = Bundles.Of(Bundles.Patient("1"), Bundles.Document("d", "Patient/1", "text/plain", "#"u8.ToArray(), "Large"), Condition)
            .ToJsonString().Replace("\"Iw==\"", $"\"{large}\"", StringComparison.Ordinal);
        var import = await clinic.ImportAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["2 DocumentReference attachment-too-large content.attachment.data"], await clinic.ReportAsync(import));
        Assert.Equal("2 1", $"{import["taken"]} {import["refused"]}");
    }

    [Fact]
    public async Task An_attachment_that_a_scanner_would_stop_Is_held_back_with_a_word_to_whoever_reads()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var content = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), Bundles.Document("d", "Patient/1", "text/plain", content, "Letter")));
        var records = await clinic.RecordsAsync(await clinic.PatientAsync("falk"));
        var file = records["documents"]![0]!["files"]![0]!;
        Assert.Equal("quarantined malware", $"{file["state"]} {file["reason"]}");
        Assert.NotEqual(HttpStatusCode.OK, (await clinic.Manager.GetAsync($"files/{file["fileId"]}/address")).Status);
    }

    private static StringContent JsonContentOf(JsonNode node) => new(node.ToJsonString());
}
