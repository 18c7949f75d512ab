using System.Text.Json.Nodes;
using Tests.Support;

namespace Collaborations.Tests.Fhir;

/// <summary>Bundles in the shapes that are about: of a generator of patients, and of the examples that come with the standard.</summary>
public sealed class FixtureTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task A_generated_patient_Is_taken_and_every_element_without_a_place_is_named()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var import = await clinic.ImportAsync(Read("generated-patient.json"));
        Assert.Equal(
            [
                "1 Patient elements-not-kept text, extension, gender, address, maritalStatus, multipleBirthBoolean, name[1], name.prefix +",
                "1 Patient phone-malformed telecom +",
                "2 Encounter resource-not-understood",
                "3 Condition elements-not-kept encounter +",
                "6 MedicationRequest elements-not-kept requester +",
            ],
            await clinic.ReportAsync(import));
        var id = await clinic.PatientAsync("brooks217 ida864");
        var patient = await clinic.Manager.GetAsync($"{clinic.Path}/patients/{id}");
        Assert.Equal("MRN-00412 Ida864 May es", $"{patient.Text("code")} {patient.Text("firstName")} {patient.Text("language")}");
        var records = await clinic.RecordsAsync(id);
        Assert.Contains("164.90499866729558", records["observations"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Ibuprofen 200 MG Oral Tablet", records["medicationRequests"]![0]!["record"]!["medication"]!["text"]!.GetValue<string>());
        Assert.Equal("document.txt", records["documents"]![0]!["files"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Examples_as_the_standard_has_them_Are_taken()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var import = await clinic.ImportAsync(Read("specification-examples.json"));
        Assert.Equal(
            [
                "1 Patient elements-not-kept active, _birthDate, contact, managingOrganization, name[0], name._family +",
                "1 Patient phone-malformed telecom +",
                "3 Coverage elements-not-kept dependent +",
                "4 MedicationStatement elements-not-kept informationSource, contained.form +",
                "5 OperationOutcome resource-not-understood",
            ],
            await clinic.ReportAsync(import));
        var id = await clinic.PatientAsync("berg piet");
        Assert.Equal("+12025550144", (await clinic.Manager.GetAsync($"{clinic.Path}/patients/{id}")).Text("mobile"));
        var records = await clinic.RecordsAsync(id);
        Assert.Equal("Made Up Mutual", records["coverages"]![0]!["record"]!["payors"]![0]!.GetValue<string>());
        Assert.Equal("NKA", records["allergies"]![0]!["record"]!["code"]!["text"]!.GetValue<string>());
    }

    private static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Functions.Tests", "Fhir", "Fixtures", name)))!;
}
