using System.Net;
using Azure.Storage.Blobs;
using Collaborations.Files;
using Collaborations.Health;
using Collaborations.Storage;
using Collaborations.Tests.Collaborating;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Talks;

/// <summary>Where the account scans for malware, as on Azure: the test writes the index tags that its scanning would.</summary>
public sealed class ScanTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly Uri Address = new("https://localhost/");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_file_Waits_for_its_scan_and_is_then_what_the_scan_says()
    {
        await using var scanning = Scanning();
        using var person = PersonOf(scanning);
        var signedIn = await person.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await person.GetAsync($"practices/{practice}/cases?q=Baker");
        var files = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/attachments";
        var store = StoreOf(scanning);

        var clean = await UploadAsync(person, files);
        var malicious = await UploadAsync(person, files);
        var unscanned = await UploadAsync(person, files);
        await TagAsync(store, clean, MalwareScan.Clean);
        await TagAsync(store, malicious, MalwareScan.Malicious);
        await TagAsync(store, unscanned, "Not Scanned");

        Assert.Equal("ready", (await DecidedAsync(person, clean)).Text("state"));
        var held = await DecidedAsync(person, malicious);
        Assert.Equal(("quarantined", "malware"), (held.Text("state"), held.Text("reason")));
        Assert.Equal("checking", (await person.GetAsync($"files/{unscanned}")).Text("state"));
    }

    [Fact]
    public async Task A_document_that_a_bundle_brings_Waits_for_its_scan_too()
    {
        await using var scanning = Scanning();
        using var manager = PersonOf(scanning);
        using var clinic = await Clinic.OpenAsync(scanning.Services, manager);
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), Bundles.Document("d", "Patient/1", "text/plain", "Dear colleague"u8.ToArray(), "Letter")));
        var records = await clinic.RecordsAsync(await clinic.PatientAsync("falk"));
        var file = records["documents"]![0]!["files"]![0]!;
        Assert.Equal("checking", file["state"]!.GetValue<string>());
        var id = file["fileId"]!.GetValue<string>();
        Assert.NotEqual(HttpStatusCode.OK, (await clinic.Manager.GetAsync($"files/{id}/address")).Status);
        await TagAsync(StoreOf(scanning), id, MalwareScan.Malicious);
        var held = await DecidedAsync(clinic.Manager, id);
        Assert.Equal(("quarantined", "malware"), (held.Text("state"), held.Text("reason")));
    }

    [Fact]
    public async Task A_file_for_a_collaboration_Goes_out_once_its_scan_has_passed_it_and_not_before()
    {
        await using var scanning = Scanning();
        using var member = PersonOf(scanning);
        var (practice, _) = await member.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        var path = $"practices/{practice}";
        var patient = (await member.GetAsync($"{path}/patients?q=Huang"))["patients"][0]!["patientId"]!.GetValue<string>();
        var contact = await member.PostAsync($"{path}/contacts", new { firstName = "Sca", lastName = "Nned", type = "specialist", email = "scanned@harbour.example" });
        var (clean, malicious) = (await UploadAsync(member, $"{path}/patients/{patient}/collaboration-files"), await UploadAsync(member, $"{path}/patients/{patient}/collaboration-files"));
        Assert.Equal("file-not-ready", (await StartAsync(clean)).Code);
        await TagAsync(StoreOf(scanning), clean, MalwareScan.Clean);
        await TagAsync(StoreOf(scanning), malicious, MalwareScan.Malicious);
        await DecidedAsync(member, clean);
        await DecidedAsync(member, malicious);
        Assert.Equal("file-not-ready", (await StartAsync(malicious)).Code);
        var started = await StartAsync(clean);
        Assert.Equal((HttpStatusCode.Created, 1), (started.Status, started["number"].GetValue<int>()));

        Task<Reply> StartAsync(string file)
        {
            var draft = Office.Draft(patient, contact["contact"]["contactId"]!.GetValue<string>());
            draft["files"]!.AsArray().Add(file);
            return member.PostAsync($"{path}/collaborations", draft, Guid.NewGuid().ToString());
        }
    }

    private static Person PersonOf(WebApplicationFactory<HealthFunctions> scanning) =>
        new(scanning.CreateDefaultClient(Address, new CookieHandler(), new ContractHandler()));

    private static BlobServiceClient StoreOf(WebApplicationFactory<HealthFunctions> scanning) =>
        new(scanning.Services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!);

    private static async Task<string> UploadAsync(Person person, string files)
    {
        var uploaded = await person.UploadAsync(files, "photo.png", Png, untilChecked: false);
        Assert.Equal((HttpStatusCode.Accepted, "checking"), (uploaded.Status, uploaded.Text("state")));
        return uploaded.Text("fileId");
    }

    private static async Task TagAsync(BlobServiceClient store, string file, string result) =>
        await store.GetBlobContainerClient("files").GetBlobClient(file).SetTagsAsync(new Dictionary<string, string> { [MalwareScan.Tag] = result });

    private WebApplicationFactory<HealthFunctions> Scanning() => app.WithWebHostBuilder(builder => builder.ConfigureTestServices(
        services => services.Configure<StorageOptions>(options => options.ScansFiles = true)));

    // The orchestration looks again by the clock, which goes on while we wait.
    private Task<Reply> DecidedAsync(Person person, string file) => Eventually.ReadAsync(
        () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(5));
            return person.GetAsync($"files/{file}");
        },
        seen => seen.Text("state") != "checking",
        _ => $"{file} stays in check.");
}
