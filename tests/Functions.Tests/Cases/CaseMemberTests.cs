using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Cases;

/// <summary>Who comes into a case is told; who leaves it sees nothing of it any more, and nobody writes to them.</summary>
public sealed class CaseMemberTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Manager = "amara.okafor@riverside.example";
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task Chosen_when_a_case_begins_They_are_told()
    {
        using var manager = app.CreatePerson();
        using var doctor = app.CreatePerson();
        var (practice, _) = await manager.SignInAsMemberAsync(Manager, app.Password);
        var (_, ben) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var patient = (await manager.GetAsync($"practices/{practice}/patients?q=Adeyemi"))["patients"][0]!["patientId"]!.GetValue<string>();
        var told = (await app.CreateOutbox().AllAsync(Doctor)).Count;
        var made = await manager.PostAsync($"practices/{practice}/cases", new { patientId = patient, title = "Crown", members = new[] { ben } });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var mail = await app.CreateOutbox().LatestAsync(Doctor, told + 1);
        Assert.Contains("added to a case", mail["subject"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_They_list_the_case_no_more_and_the_patient_is_not_left_writing_to_nobody()
    {
        const string Email = "walter.huang@home.example";
        using var doctor = app.CreatePerson();
        using var manager = app.CreatePerson();
        var (practice, ben) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var (_, amara) = await manager.SignInAsMemberAsync(Manager, app.Password);
        var patientId = (await manager.GetAsync($"practices/{practice}/patients?q=Huang"))["patients"][0]!["patientId"]!.GetValue<string>();
        var made = await doctor.PostAsync($"practices/{practice}/cases", new { patientId, title = "Bridge", members = new[] { amara } });
        var @case = $"practices/{practice}/cases/{made.Text("caseId")}";
        await doctor.PostAsync($"{@case}/patient-talk/invitation", new { email = Email, confirmEmail = Email, firstMessage = "Hello" });
        using var patient = app.CreatePerson();
        var thread = await patient.RegisterAsync(app.CreateOutbox(), Email, "1949-11-02", "+12025550123", "nine amber kites drift");
        Assert.Equal(HttpStatusCode.Created, (await WriteAsync(patient, thread, "Can I eat?")).Status);

        await manager.SendAsync(HttpMethod.Delete, $"{@case}/members/{ben}");
        var list = await doctor.GetAsync($"practices/{practice}/cases");
        Assert.DoesNotContain("Bridge", list.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.True((await patient.GetAsync($"threads/{thread}"))["closed"].GetValue<bool>());
        Assert.Equal("nobody-reads", (await WriteAsync(patient, thread, "My chest hurts")).Code);
        Assert.Equal("nobody-reads", (await patient.PostAsync($"threads/{thread}/files", new { name = "a.png", size = 1 })).Code);

        // Back in the case, they talk on.
        await manager.PostAsync($"{@case}/members", new { memberId = ben });
        Assert.Equal(HttpStatusCode.Created, (await WriteAsync(patient, thread, "Better now")).Status);
        Assert.Contains("Bridge", (await doctor.GetAsync($"practices/{practice}/cases")).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<Reply> WriteAsync(Person person, string thread, string text) =>
        person.PostAsync($"threads/{thread}/messages", new { text, files = Array.Empty<string>() }, key: text);
}
