using System.Text.Json.Nodes;

namespace Collaborations.Tests.Fhir;

/// <summary>References as the world writes them.</summary>
public sealed class ReferenceTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("Patient/1")]
    [InlineData("http://clinic.example/fhir/Patient/1")]
    [InlineData("http://clinic.example/fhir/Patient/1/_history/3")]
    [InlineData("Patient?identifier=http%3A%2F%2Fclinic.example%2Fnumbers|N-1")]
    [InlineData("Patient?active=true&identifier=http://clinic.example/numbers%7CN-1")]
    public async Task A_patient_Is_found_by_each_way_to_say_who(string reference)
    {
        using var clinic = await Clinic.OpenAsync(app);

        // What refers comes before what it refers to.
        var import = await clinic.ImportAsync(Bundles.Of(Bundles.Condition("c", reference), Bundles.Patient("1")));
        Assert.Equal([], await clinic.ReportAsync(import));
    }

    [Fact]
    public async Task A_uuid_of_the_bundle_Leads_to_its_entry_and_is_the_id_where_there_is_no_other()
    {
        using var clinic = await Clinic.OpenAsync(app);
        const string Patient = "urn:uuid:3f0a6f0e-52c8-4f51-9d3c-1c1f6f0f8a01";
        const string Record = "urn:uuid:3f0a6f0e-52c8-4f51-9d3c-1c1f6f0f8a02";
        var bundle = Bundles.Of(
            new JsonObject { ["fullUrl"] = Patient, ["resource"] = Bundles.Patient("1").Without("id") },
            new JsonObject { ["fullUrl"] = Record, ["resource"] = Bundles.Condition("x", Patient).Without("id") });
        var import = await clinic.ImportAsync(bundle);
        Assert.Equal([], await clinic.ReportAsync(import));
        var records = await clinic.RecordsAsync(await clinic.PatientAsync("falk"));
        Assert.Equal(Record["urn:uuid:".Length..], records["conditions"]![0]!["record"]!["source"]!["resourceId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_record_that_comes_alone_Finds_its_patient_by_an_identifier()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1")));
        var subject = Bundles.Json($$"""{"identifier":{"system":"{{Bundles.System}}","value":"N-1"},"display":"Nora Falk"}""");
        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(Bundles.Of(Bundles.Condition("c", "").With("subject", subject)))));
        var byAddress = await clinic.ImportAsync(Bundles.Of(Bundles.Condition("d", "Patient/1")));
        Assert.Equal(["1 Condition reference-to-nothing subject"], await clinic.ReportAsync(byAddress));
    }

    [Fact]
    public async Task An_address_that_means_two_patients_Means_nobody()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var bundle = Bundles.Of(
            new JsonObject { ["fullUrl"] = "http://one.example/Patient/1", ["resource"] = Bundles.Patient("1") },
            new JsonObject { ["fullUrl"] = "http://two.example/Patient/1", ["resource"] = Bundles.Patient("2").With("id", "1") },
            Bundles.Condition("c", "Patient/1"),
            Bundles.Condition("d", "http://two.example/Patient/1"));
        Assert.Equal(["3 Condition reference-to-nothing subject"], await clinic.ReportAsync(await clinic.ImportAsync(bundle)));
    }

    [Fact]
    public async Task Records_of_a_patient_who_is_twice_in_the_bundle_Are_not_lost()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var again = new JsonObject { ["fullUrl"] = "urn:uuid:0c7f2b0e-0000-4000-8000-000000000001", ["resource"] = Bundles.Patient("1") };
        var bundle = Bundles.Of(Bundles.Patient("1"), again, Bundles.Condition("c", "urn:uuid:0c7f2b0e-0000-4000-8000-000000000001"), Bundles.Condition("c", "Patient/1"));
        Assert.Equal(["2 Patient patient-twice", "4 Condition resource-twice"], await clinic.ReportAsync(await clinic.ImportAsync(bundle)));
        Assert.Single((await clinic.RecordsAsync(await clinic.PatientAsync("falk")))["conditions"]!.AsArray());
    }

    [Fact]
    public async Task Identifiers_of_two_patients_On_one_Are_reported()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var both = Bundles.Patient("1").With("identifier", Bundles.Json($$"""[{"system":"{{Bundles.System}}","value":"N-1"},{"system":"{{Bundles.System}}","value":"N-2"}]"""));
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), Bundles.Patient("2")));
        Assert.Equal(["1 Patient identifiers-of-two-patients identifier"], await clinic.ReportAsync(await clinic.ImportAsync(Bundles.Of(both))));
    }

    [Fact]
    public async Task What_is_inside_a_resource_or_beside_it_Gives_its_name()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var inside = Bundles.MedicationRequest("m1", "Patient/1").Without("medicationCodeableConcept")
            .With("contained", Bundles.Json("""[{"resourceType":"Medication","id":"med","code":{"text":"Ibuprofen"}}]"""))
            .With("medicationReference", Bundles.Json("""{"reference":"#med"}"""));
        var beside = Bundles.MedicationStatement("m2", "Patient/1").Without("medicationCodeableConcept")
            .With("medicationReference", Bundles.Json("""{"reference":"Medication/7"}"""));
        var payor = Bundles.Coverage("v", "Patient/1").With("payor", Bundles.Json("""[{"reference":"Organization/5"}]"""));
        var bundle = Bundles.OfType(
            "searchset",
            beside,
            inside,
            payor,
            Bundles.Patient("1"),
            Bundles.Json("""{"resourceType":"Medication","id":"7","code":{"text":"Naproxen"}}""").AsObject(),
            Bundles.Json("""{"resourceType":"Organization","id":"5","name":"Harbor Mutual","active":true}""").AsObject());
        Assert.Equal(["6 Organization elements-not-kept active +"], await clinic.ReportAsync(await clinic.ImportAsync(bundle)));
        var records = await clinic.RecordsAsync(await clinic.PatientAsync("falk"));
        Assert.Equal("Ibuprofen", records["medicationRequests"]![0]!["record"]!["medication"]!["text"]!.GetValue<string>());
        Assert.Equal("Naproxen", records["medicationStatements"]![0]!["record"]!["medication"]!["text"]!.GetValue<string>());
        Assert.Equal("Harbor Mutual", records["coverages"]![0]!["record"]!["payors"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Content_in_a_binary_Is_found_before_and_after_its_document(bool before)
    {
        using var clinic = await Clinic.OpenAsync(app);
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2];
        var document = Bundles.Document("d", "Patient/1", "image/png", [1], "Tooth 38")
            .With("content", Bundles.Json("""[{"attachment":{"contentType":"image/png","url":"Binary/b","title":"Tooth 38"}}]"""));
        var binary = Bundles.Json($$"""{"resourceType":"Binary","id":"b","contentType":"image/png","data":"{{Convert.ToBase64String(png)}}"}""").AsObject();
        var import = await clinic.ImportAsync(before ? Bundles.Of(Bundles.Patient("1"), binary, document) : Bundles.Of(document, Bundles.Patient("1"), binary));
        Assert.Equal([], await clinic.ReportAsync(import));
        Assert.Equal("3", import["taken"].ToString());
        var kept = (await clinic.RecordsAsync(await clinic.PatientAsync("falk")))["documents"]![0]!;
        Assert.Equal("images Tooth 38.png ready", $"{kept["record"]!["library"]} {kept["files"]![0]!["name"]} {kept["files"]![0]!["state"]}");
    }
}
