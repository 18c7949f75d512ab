using System.Net;
using Collaborations.Tests.Fhir;

namespace Collaborations.Tests.Records;

/// <summary>Records are for the members of the practice; imports for its managers. For anybody else there is nothing.</summary>
public sealed class RecordsAccessTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task A_member_of_another_practice_Finds_nothing()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var import = await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. Bundles.Everything("", "Patient/1")]));
        var patient = await clinic.PatientAsync("falk");
        var file = (await clinic.RecordsAsync(patient))["documents"]![0]!["files"]![0]!["fileId"]!.GetValue<string>();
        using var stranger = app.CreatePerson();
        await stranger.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        string[] reads = [$"{clinic.Path}/patients/{patient}/records", $"{clinic.Path}/imports/{import.Text("importId")}", $"{clinic.Path}/imports/{import.Text("importId")}/report", $"files/{file}", $"files/{file}/address"];
        foreach (var path in reads)
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.GetAsync(path)).Status));
        }

        string[] writes = [$"{clinic.Path}/patients/{patient}/exports", $"{clinic.Path}/imports"];
        foreach (var path in writes)
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.PostAsync(path, new { size = 1 })).Status));
        }
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_Gets_an_answer()
    {
        using var nobody = app.CreatePerson();
        const string Id = "00000000000070008000000000000001";
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"practices/{Id}/patients/{Id}/records")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync($"practices/{Id}/imports", new { size = 1 })).Status);
    }

    [Fact]
    public async Task A_member_who_is_no_manager_Reads_and_exports_and_does_not_import()
    {
        using var doctor = app.CreatePerson();
        var signedIn = await doctor.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = $"practices/{signedIn["session"]["affiliations"]![0]!["practiceId"]}";
        var patient = (await doctor.GetAsync($"{practice}/patients?q=delgado"))["patients"][0]!["patientId"]!.GetValue<string>();
        Assert.NotEmpty((await doctor.GetAsync($"{practice}/patients/{patient}/records"))["allergies"].AsArray());
        Assert.NotEqual(HttpStatusCode.NotFound, (await doctor.PostAsync($"{practice}/patients/{patient}/exports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await doctor.PostAsync($"{practice}/imports", new { size = 1 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync($"{practice}/patients/00000000000070008000000000000001/records")).Status);
    }

    [Fact]
    public async Task The_imports_of_a_practice_Are_listed_newest_first()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var path = $"{clinic.Path}/imports";
        Assert.Empty((await clinic.Manager.GetAsync(path))["imports"].AsArray());
        var first = await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1")));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await clinic.Manager.PostAsync(path, new { size = 10 });
        var list = await clinic.Manager.GetAsync(path);
        Assert.Equal(
            [(second["import"]["importId"]!.GetValue<string>(), "uploading"), (first.Text("importId"), "done")],
            list["imports"].AsArray().Select(each => (each!["importId"]!.GetValue<string>(), each["state"]!.GetValue<string>())));
        Assert.Equal(HttpStatusCode.NotModified, (await clinic.Manager.GetNewerAsync(path, list.Version)).Status);
        for (var more = 0; more < 20; more++)
        {
            await clinic.Manager.PostAsync(path, new { size = 10 });
        }

        list = await clinic.Manager.GetAsync(path);
        var rest = await clinic.Manager.GetAsync($"{path}?cursor={Uri.EscapeDataString(list.Text("cursor"))}");
        Assert.Equal((20, 2), (list["imports"].AsArray().Count, rest["imports"].AsArray().Count));
        using var doctor = app.CreatePerson();
        var practice = (await doctor.SignInAsync("ben.lindqvist@riverside.example", app.Password))["session"]["affiliations"]![0]!["practiceId"];
        Assert.Equal(HttpStatusCode.Forbidden, (await doctor.GetAsync($"practices/{practice}/imports")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData(0, null, "file-empty")]
    [InlineData(104_857_601, null, "bundle-too-large")]
    [InlineData(10, "5.0", "fhir-version-not-taken")]
    public async Task An_import_that_cannot_be_Is_refused_before_a_byte_moves(long size, string? version, string code)
    {
        using var clinic = await Clinic.OpenAsync(app);
        Assert.Equal(code, (await clinic.Manager.PostAsync($"{clinic.Path}/imports", new { size, fhirVersion = version })).Code);
    }

    [Fact]
    public async Task An_import_whose_blocks_did_not_come_Is_not_complete()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var begun = await clinic.Manager.PostAsync($"{clinic.Path}/imports", new { size = 10 });
        var import = $"{clinic.Path}/imports/{begun["import"]["importId"]}";
        Assert.Equal("blocks-missing", (await clinic.Manager.PostAsync($"{import}/complete", new { blocks = new[] { "MDAwMQ==" } })).Code);
        Assert.Equal("uploading", (await clinic.Manager.GetAsync(import)).Text("state"));
    }

    [Fact]
    public async Task Records_Come_by_kind_and_in_pages()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var observations = Enumerable.Range(0, 250).Select(each => Bundles.Observation($"o{each}", "Patient/1"));
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. observations, Bundles.Allergy("a", "Patient/1")]));
        var patient = await clinic.PatientAsync("falk");
        var first = await clinic.RecordsAsync(patient);
        Assert.Equal("1 199", $"{first["allergies"]!.AsArray().Count} {first["observations"]!.AsArray().Count}");
        var second = await clinic.RecordsAsync(patient, $"?cursor={Uri.EscapeDataString(first["cursor"]!.GetValue<string>())}");
        Assert.Equal(51, second["observations"]!.AsArray().Count);
        Assert.Null(second["cursor"]);
        var ids = first["observations"]!.AsArray().Concat(second["observations"]!.AsArray()).Select(each => each!["recordId"]!.GetValue<string>());
        Assert.Equal(250, ids.Distinct().Count());
        Assert.Empty((await clinic.RecordsAsync(patient, "?kind=allergyIntolerance"))["observations"]!.AsArray());
        Assert.Equal("record-kind-unknown", (await clinic.Manager.GetAsync($"{clinic.Path}/patients/{patient}/records?kind=4")).Code);
    }
}
