using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Terms;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Fhir;

/// <summary>A practice of its own with one manager, who is signed in: empty, so that what is in it came by the test.</summary>
internal sealed class Clinic : IDisposable
{
    private const string Password = "five calm harbors wake";

    private Clinic(Person manager, PracticeId id) => (Manager, Id) = (manager, id);

    public Person Manager { get; }

    public PracticeId Id { get; }

    public string Path => $"practices/{Id}";

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The clinic has its manager, and disposes of them.")]
    public static Task<Clinic> OpenAsync(CollaborationsApp app) => OpenAsync(app.Services, app.CreatePerson());

    /// <summary>The same in an app that is set up otherwise.</summary>
    public static async Task<Clinic> OpenAsync(IServiceProvider services, Person manager)
    {
        var (ids, now) = (services.GetRequiredService<IdGenerator>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (practice, member) = (ids.New<PracticeId>(), ids.New<MemberId>());
        Assert.True(EmailAddress.TryRead(EmailOf(practice), out var email));
        var account = (await services.GetRequiredService<AccountRegistry>().RegisterAsync(
            new NewAccount(email, "Mara Quist", Language.English, "America/New_York", Password, [], TermsOfUse.Version, now, []), default)).Value;
        var record = new Practice("Harbor Dental", Language.English, "America/New_York", ["US"], true, false, Practice.UsualDailyCodeCap, false, false);
        await services.GetRequiredService<PracticeStore>().AddAsync(practice, record, default);
        await services.GetRequiredService<MemberStore>().AddAsync(
            practice, member, new Member("Mara", "Quist", email.Value, MemberRole.Doctor, Manager: true, false, account, Disabled: false, Invitation: null), default);
        await services.GetRequiredService<AffiliationStore>().AddAsync(account, new Affiliation(AffiliationKind.Member, practice, member.Value), default);
        var clinic = new Clinic(manager, practice);
        await clinic.SignInAsync();
        return clinic;
    }

    /// <summary>Its manager signs in, again after a time.</summary>
    public async Task SignInAsync() => Assert.Equal(HttpStatusCode.OK, (await Manager.SignInAsync(EmailOf(Id), Password)).Status);

    /// <summary>Uploads a bundle in one block, says that it is complete, and waits for its end.</summary>
    public async Task<Reply> ImportAsync(byte[] bundle)
    {
        var begun = await Manager.PostAsync($"{Path}/imports", new { size = bundle.Length });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        var block = Convert.ToBase64String("0001"u8);
        using var store = new HttpClient();
        using var body = new ByteArrayContent(bundle);
        using var put = await store.PutAsync(new Uri($"{begun.Text("url")}&comp=block&blockid={Uri.EscapeDataString(block)}"), body);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        var import = $"{Path}/imports/{begun["import"]["importId"]!.GetValue<string>()}";
        return await EndAsync(await Manager.PostAsync($"{import}/complete", new { blocks = new[] { block } }), import, "running");
    }

    public Task<Reply> ImportAsync(JsonNode bundle) => ImportAsync(bundle.Bytes());

    /// <summary>All lines of a report, as "2 Condition reference-to-nothing subject", with a plus where the entry was taken all the same.</summary>
    public async Task<IReadOnlyList<string>> ReportAsync(Reply import)
    {
        var lines = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Manager.GetAsync($"{Path}/imports/{import.Text("importId")}/report?cursor={Uri.EscapeDataString(cursor ?? string.Empty)}");
            lines.AddRange(page["lines"].AsArray().Select(line => Text(line!)));
            cursor = page.Body?["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);
        return lines;
    }

    public async Task<string> PatientAsync(string query)
    {
        var found = (await Manager.GetAsync($"{Path}/patients?q={Uri.EscapeDataString(query)}"))["patients"].AsArray();
        return Assert.Single(found)!["patientId"]!.GetValue<string>();
    }

    public async Task<JsonObject> RecordsAsync(string patient, string query = "") =>
        (await Manager.GetAsync($"{Path}/patients/{patient}/records{query}")).Body!.AsObject();

    /// <summary>Asks for an export, waits for it and fetches it.</summary>
    public async Task<byte[]> ExportAsync(string of)
    {
        var asked = await Manager.PostAsync($"{Path}/{of}/exports");
        var ready = await EndAsync(asked, $"{Path}/exports/{asked.Text("exportId")}", "running");
        Assert.Equal("ready", ready.Text("state"));
        using var store = new HttpClient();
        using var got = await store.GetAsync(new Uri(ready.Text("url")));
        Assert.Equal(new MediaTypeHeaderValue("application/fhir+json"), got.Content.Headers.ContentType);
        return await got.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => Manager.Dispose();

    private static string EmailOf(PracticeId practice) => $"manager@{practice}.example";

    private static string Text(JsonNode line)
    {
        var words = new[] { line["entry"]?.ToString(), line["resource"]?.ToString(), line["reason"]!.ToString(), line["element"]?.ToString() };
        return string.Join(' ', words.Where(word => word is not null)) + (line["taken"]!.GetValue<bool>() ? " +" : string.Empty);
    }

    private async Task<Reply> EndAsync(Reply reply, string path, string state) => reply.Text("state") == state
        ? await Eventually.ReadAsync(() => Manager.GetAsync(path), read => read.Text("state") != state, read => $"{path} does not end: {read.Body}")
        : reply;
}
