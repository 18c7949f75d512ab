using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Task = System.Threading.Tasks.Task;

namespace Collaborations.Tests.Fhir;

/// <summary>What goes out is FHIR R4 by somebody else's reading, and comes in again as it was.</summary>
public sealed class ExportTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    [Fact]
    public async Task An_export_Is_FHIR_R4_in_every_detail()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. Bundles.Everything("", "Patient/1")]));
        var text = Encoding.UTF8.GetString(await clinic.ExportAsync($"patients/{await clinic.PatientAsync("falk")}"));
        Assert.True(Strict.TryDeserializeResource(text, out var resource, out var issues), string.Join('\n', issues.Select(issue => issue.Message)));
        var bundle = Assert.IsType<Bundle>(resource);
        Assert.Equal(Bundle.BundleType.Collection, bundle.Type);
        Assert.Equal(10, bundle.Entry.Count);
        Assert.Equal("Falk", Assert.Single(bundle.Entry.Select(entry => entry.Resource).OfType<Patient>()).Name[0].Family);
        var systolic = Assert.IsType<Quantity>(bundle.Entry.Select(entry => entry.Resource).OfType<Observation>().Single().Component[0].Value);
        Assert.Equal(121.50m, systolic.Value);
        var letter = bundle.Entry.Select(entry => entry.Resource).OfType<DocumentReference>().Single().Content[0].Attachment?.Data;
        Assert.Equal("Dear colleague"u8.ToArray(), letter);
    }

    [Fact]
    public async Task An_exported_bundle_in_an_empty_practice_Exports_the_same_again()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. Bundles.Everything("x", "Patient/1"), .. Bundles.Everything("y", "Patient/1")]));
        await AssertSameAgainAsync(await clinic.ExportAsync($"patients/{await clinic.PatientAsync("falk")}"));
    }

    [Fact]
    public async Task A_patient_who_was_made_by_hand_Goes_out_and_comes_back_to_themselves()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var form = new { firstName = "Ana", lastName = "Pérez", code = "P-1", birthDate = "1980-02-03", language = "es", mobile = "202 555 0150" };
        var made = await clinic.Manager.PostAsync($"{clinic.Path}/patients", form);
        var exported = await clinic.ExportAsync($"patients/{made.Text("patientId")}");
        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(exported)));
        Assert.Equal(made.Text("patientId"), await clinic.PatientAsync("perez ana"));
        Assert.Equal(exported, await clinic.ExportAsync($"patients/{made.Text("patientId")}"));
        await AssertSameAgainAsync(exported);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Patients_with_whatever_may_be_there_or_not_Come_out_as_they_went_in(int seed)
    {
        using var clinic = await Clinic.OpenAsync(app);
        var bundle = RandomBundle.Of(seed);
        var import = await clinic.ImportAsync(bundle);
        Assert.Equal([], await clinic.ReportAsync(import));
        var exported = await clinic.ExportAsync($"patients/{await clinic.PatientAsync("falk")}");
        Assert.True(Strict.TryDeserializeResource(Encoding.UTF8.GetString(exported), out _, out var issues), string.Join('\n', issues.Select(issue => issue.Message)));
        Assert.Equal(string.Join("\n\n", Records(bundle)), string.Join("\n\n", Records(JsonNode.Parse(exported)!)));
        await AssertSameAgainAsync(exported);
    }

    [Fact]
    public async Task A_case_Goes_out_with_its_attachments_which_come_in_as_documents()
    {
        using var doctor = app.CreatePerson();
        var signedIn = await doctor.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = $"practices/{signedIn["session"]["affiliations"]![0]!["practiceId"]}";
        var @case = $"{practice}/cases/{(await doctor.GetAsync($"{practice}/cases?q=Baker"))["cases"][0]!["caseId"]}";
        Assert.Equal("ready", (await doctor.UploadAsync($"{@case}/attachments", "note.txt", "Crown fits"u8.ToArray())).Text("state"));
        var asked = await doctor.PostAsync($"{@case}/exports");
        var ready = await EndAsync(doctor, $"{practice}/exports/{asked.Text("exportId")}");
        using var store = new HttpClient();
        var exported = await store.GetByteArrayAsync(new Uri(ready.Text("url")));
        using var clinic = await Clinic.OpenAsync(app);
        Assert.Equal([], await clinic.ReportAsync(await clinic.ImportAsync(exported)));
        var patient = await clinic.PatientAsync("baker jerome");
        Assert.Equal("note.txt", (await clinic.RecordsAsync(patient))["documents"]![0]!["files"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(exported, await clinic.ExportAsync($"patients/{patient}"));

        // Somebody else's export, and a case one is not in.
        using var other = app.CreatePerson();
        await other.SignInAsync("amara.okafor@riverside.example", app.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{practice}/exports/{asked.Text("exportId")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{@case}/exports")).Status);

        // One's own, and one is in the case no more.
        using var caseManager = app.CreatePerson();
        await caseManager.SignInAsync("chloe.martin@riverside.example", app.Password);
        var (practiceId, ben) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        Assert.Equal(practice, $"practices/{practiceId}");
        await caseManager.PostAsync($"{@case}/members", new { memberId = (await caseManager.SignInAsMemberAsync("chloe.martin@riverside.example", app.Password)).Member });
        Assert.True((await caseManager.SendAsync(HttpMethod.Delete, $"{@case}/members/{ben}")).Status is HttpStatusCode.OK or HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync($"{practice}/exports/{asked.Text("exportId")}")).Status);
    }

    private static Task<Story.Reply> EndAsync(Story.Person person, string export) =>
        Eventually.ReadAsync(() => person.GetAsync(export), reply => reply.Text("state") != "running", _ => "The export does not end.");

    // By type and id, each resource's elements in the order of their names, without whose it is.
    private static List<string> Records(JsonNode bundle) =>
    [
        .. bundle["entry"]!.AsArray()
            .Select(entry => entry!["resource"]!.AsObject())
            .Where(resource => resource["resourceType"]!.GetValue<string>() != "Patient")
            .Select(resource => string.Join('\n', resource.Where(member => member.Key is not ("subject" or "patient" or "beneficiary"))
                .OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {Ordered(member.Value)}")))
            .Order(StringComparer.Ordinal),
    ];

    private static string Ordered(JsonNode? node) => node switch
    {
        JsonObject of => $"{{{string.Join(',', of.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Ordered(member.Value)}"))}}}",
        JsonArray of => $"[{string.Join(',', of.Select(Ordered))}]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private async Task AssertSameAgainAsync(byte[] exported)
    {
        using var empty = await Clinic.OpenAsync(app);
        Assert.Equal([], await empty.ReportAsync(await empty.ImportAsync(exported)));
        var name = JsonNode.Parse(exported)!["entry"]![0]!["resource"]!["name"]![0]!["family"]!.GetValue<string>();
        Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(await empty.ExportAsync($"patients/{await empty.PatientAsync(name)}")));
    }
}
