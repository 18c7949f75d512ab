using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Collaborating;

/// <summary>A doctor of the sample practice at work, with colleagues outside it.</summary>
internal sealed class Office : IDisposable
{
    public const string Doctor = "ben.lindqvist@riverside.example";
    public const string Manager = "amara.okafor@riverside.example";
    public const string CaseManager = "chloe.martin@riverside.example";
    public const string Password = "seven quiet rivers bend";

    /// <summary>Stands in every message and in nothing that is sent, logged or kept elsewhere.</summary>
    public const string Secret = "zirconia-canary";

    private readonly CollaborationsApp _app;

    private Office(CollaborationsApp app, Person member, string practice) => (_app, Member, Path) = (app, member, $"practices/{practice}");

    public Person Member { get; }

    public string Path { get; }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The office has its member, and disposes of them.")]
    public static async Task<Office> OpenAsync(CollaborationsApp app, string member = Doctor)
    {
        var person = app.CreatePerson();
        var (practice, _) = await person.SignInAsMemberAsync(member, app.Password);
        return new Office(app, person, practice);
    }

    public async Task<string> PatientAsync(string name) =>
        (await Member.GetAsync($"{Path}/patients?q={name}"))["patients"][0]!["patientId"]!.GetValue<string>();

    public async Task<string> ContactAsync(string first, string last, string email)
    {
        var made = await Member.PostAsync($"{Path}/contacts", new { firstName = first, lastName = last, type = "specialist", email, organisation = "Harbour Lab" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return made["contact"]["contactId"]!.GetValue<string>();
    }

    public static JsonObject Draft(string patient, params string[] contacts) => new()
    {
        ["patientId"] = patient,
        ["email"] = new JsonObject { ["subject"] = "{practice} writes to you", ["text"] = "Hello {collaborator},\n\n{member} has a question for you." },
        ["message"] = $"Please look at the {Secret} crown.",
        ["contacts"] = new JsonArray([.. contacts.Select(each => JsonValue.Create(each))]),
        ["patientInfo"] = new JsonArray(),
        ["files"] = new JsonArray(),
    };

    public static JsonObject Edit(int version, string message, params string[] contacts) => new()
    {
        ["version"] = version,
        ["message"] = message,
        ["contacts"] = new JsonArray([.. contacts.Select(each => JsonValue.Create(each))]),
        ["patientInfo"] = new JsonArray(),
        ["files"] = new JsonArray(),
    };

    public Task<Reply> StartAsync(JsonObject draft, string? key = null) =>
        Member.PostAsync($"{Path}/collaborations", draft, key ?? Guid.NewGuid().ToString());

    public string Of(string collaboration) => $"{Path}/collaborations/{collaboration}";

    /// <summary>Uploads a small picture for a collaboration about this patient.</summary>
    public async Task<string> UploadAsync(string patient, string name)
    {
        var file = await Member.UploadAsync($"{Path}/patients/{patient}/collaboration-files", name, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        Assert.Equal("ready", file.Text("state"));
        return file.Text("fileId");
    }

    /// <summary>Through all steps of the link in the latest email, with a telephone that is typed, and in.</summary>
    public static async Task RegisterAsync(CollaborationsApp app, Person colleague, string email, string phone)
    {
        var outbox = app.CreateOutbox();
        colleague.Token = OutboxReader.TokenOf(await outbox.LatestAsync(email));
        var opened = await colleague.GetAsync("registration");
        Assert.Equal(("collaborator", "phone"), (opened.Text("kind"), opened.Text("step")));
        var phones = await colleague.PostAsync("registration/phones", new { phones = new[] { new { number = phone, kind = "cell" } } });
        await colleague.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        await colleague.PostAsync("registration/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(phone)) });
        await colleague.PostAsync("registration/terms", new { version = "2026-11" });
        Assert.Equal(HttpStatusCode.OK, (await colleague.PostAsync("registration/password", new { password = Password, confirmPassword = Password })).Status);
        colleague.Token = null;
        Assert.Equal(HttpStatusCode.OK, (await colleague.SignInAsync(email, Password)).Status);
    }

    /// <summary>Asks again until it is so: the emails and what becomes of them are the process's work.</summary>
    public Task<Reply> SeesAsync(string collaboration, Predicate<Reply> seen) =>
        Eventually.ReadAsync(() => Member.GetAsync(Of(collaboration)), seen, reply => $"It does not come to be so: {reply.Body}");

    public static string StateOf(Reply collaboration, string name) =>
        collaboration["collaborators"].AsArray().Single(each => each!["name"]!.GetValue<string>() == name)!["state"]!.GetValue<string>();

    public Task AdvanceAsync(TimeSpan by) => _app.AdvanceAsync(by);

    public void Dispose() => Member.Dispose();
}
