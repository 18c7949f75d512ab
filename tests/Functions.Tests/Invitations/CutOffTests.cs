using System.Net;
using Azure.Data.Tables;
using Collaborations.Tests.Storage;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>Invitations and registrations that were cut off half-way: the same button again, or the next sign-in, does the rest.</summary>
public sealed class CutOffTests : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Manager = "amara.okafor@riverside.example";
    private const string Words = "nine amber kites drift";

    // The app is started once, with the policy of the first test.
    private static readonly Interruption Cut = new();

    private readonly CollaborationsApp _app;

    public CutOffTests(CollaborationsApp app)
    {
        _app = app;
        Cut.Into(app);
    }

    [Fact]
    public async Task Before_the_process_of_a_patient_s_link_began_The_same_click_begins_it()
    {
        const string Email = "jerome.baker@home.example";
        using var doctor = _app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Baker")}/patient-talk";
        var body = new { email = Email, confirmEmail = Email };
        Cut.CutOffAfter("PatientTalks");
        Assert.Equal(HttpStatusCode.InternalServerError, (await doctor.PostAsync($"{talk}/invitation", body)).Status);
        Assert.Equal(HttpStatusCode.Created, (await doctor.PostAsync($"{talk}/invitation", body)).Status);
        Assert.NotEmpty(await _app.CreateOutbox().TokenAsync(Email, 1));
        await doctor.SeesAsync(talk, "sent");
    }

    [Fact]
    public async Task Before_the_talk_of_somebody_known_was_opened_The_same_click_opens_it()
    {
        const string Email = "grace.kim@home.example";
        using var doctor = _app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        await doctor.PostAsync($"{await doctor.CaseAsync(practice, "Kim")}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
        using var patient = _app.CreatePerson();
        await patient.RegisterAsync(_app.CreateOutbox(), Email, "1980-07-27", "+12025550130", Words);
        var talk = await NewCaseAsync(doctor, practice, "Kim");

        var body = new { email = Email, confirmEmail = Email, firstMessage = "Hello" };
        Cut.CutOffAfter("PatientTalks");
        Assert.Equal(HttpStatusCode.InternalServerError, (await doctor.PostAsync($"{talk}/invitation", body)).Status);
        Assert.Equal("invited", (await doctor.GetAsync(talk)).Text("state"));
        Assert.Equal("talking", (await doctor.PostAsync($"{talk}/invitation", body)).Text("state"));
        Assert.Equal(2, (await patient.GetAsync("inbox"))["items"].AsArray().Count);
        await _app.CreateOutbox().FindAsync(Email, "A secure message from");
        var thread = (await doctor.GetAsync(talk)).Text("threadId");
        Assert.Single((await patient.GetAsync($"threads/{thread}"))["messages"].AsArray());
    }

    [Fact]
    public async Task Overtaken_by_another_click_Nothing_is_left_of_the_one_that_lost()
    {
        using var doctor = _app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        var invitation = $"{await NewCaseAsync(doctor, practice, "Rivera")}/invitation";
        var body = new { email = "tomas.rivera@home.example", confirmEmail = "tomas.rivera@home.example", firstMessage = "Hello" };
        var (talks, invitations) = (await CountAsync("Talks", "talk"), await CountAsync("Invitations", "invitation"));
        Reply? winner = null;
        Cut.Next("PatientTalks", Moment.Before, async () => winner = await doctor.PostAsync(invitation, body));

        var loser = await doctor.PostAsync(invitation, body);
        Assert.Equal(winner!["invitation"]["invitationId"]!.GetValue<string>(), loser["invitation"]["invitationId"]!.GetValue<string>());
        Assert.Equal((talks + 1, invitations + 1), (await CountAsync("Talks", "talk"), await CountAsync("Invitations", "invitation")));
    }

    [Fact]
    public async Task Before_the_process_of_a_member_s_link_began_The_next_try_begins_it()
    {
        const string Email = "noor.haddad@riverside.example";
        using var manager = _app.CreatePerson();
        var (practice, _) = await manager.SignInAsMemberAsync(Manager, _app.Password);
        var body = new { firstName = "Noor", lastName = "Haddad", email = Email, confirmEmail = Email, role = "doctor", manager = false, caseManager = false };
        Cut.CutOffAfter("Members");
        Assert.Equal(HttpStatusCode.InternalServerError, (await manager.PostAsync($"practices/{practice}/members", body)).Status);
        var again = await manager.PostAsync($"practices/{practice}/members", body);
        Assert.Equal("already-member", again.Body!["errors"]!["email"]![0]!.GetValue<string>());
        Assert.NotEmpty(await _app.CreateOutbox().TokenAsync(Email, 1));
    }

    [Fact]
    public async Task Overtaken_by_the_same_invitation_of_a_member_One_is_left()
    {
        const string Email = "ida.bloom@riverside.example";
        using var manager = _app.CreatePerson();
        var (practice, _) = await manager.SignInAsMemberAsync(Manager, _app.Password);
        var body = new { firstName = "Ida", lastName = "Bloom", email = Email, confirmEmail = Email, role = "staff", manager = false, caseManager = false };
        var invitations = await CountAsync("Invitations", "invitation");
        Reply? winner = null;
        Cut.Next("Members", Moment.Before, async () => winner = await manager.PostAsync($"practices/{practice}/members", body));

        var loser = await manager.PostAsync($"practices/{practice}/members", body);
        Assert.Equal("invited", winner!.Text("state"));
        Assert.Equal("already-member", loser.Body!["errors"]!["email"]![0]!.GetValue<string>());
        Assert.Equal(invitations + 1, await CountAsync("Invitations", "invitation"));
    }

    [Fact]
    public async Task After_the_account_was_made_Its_first_sign_in_is_that_of_the_registration()
    {
        const string Email = "rosa.delgado@home.example";
        const string Phone = "+12025550121";
        using var doctor = _app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Delgado")}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email });
        using var patient = _app.CreatePerson();
        var outbox = _app.CreateOutbox();
        patient.Token = await outbox.TokenAsync(Email, 1);
        await patient.PostAsync("registration/birth-date", new { birthDate = "1958-04-23" });
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        await patient.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        await patient.PostAsync("registration/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(Phone)) });
        await patient.PostAsync("registration/terms", new { version = "2026-11" });
        Cut.CutOffAfter("AccountEmails");
        var password = new { password = Words, confirmPassword = Words };
        Assert.Equal(HttpStatusCode.InternalServerError, (await patient.PostAsync("registration/password", password)).Status);

        patient.Token = null;
        Assert.Equal("done", (await patient.SignInAsync(Email, Words)).Text("step"));
        Assert.Single((await patient.GetAsync("inbox"))["items"].AsArray());
        await doctor.SeesAsync(talk, "signedIn");
        Assert.Equal("talking", (await doctor.GetAsync(talk)).Text("state"));
    }

    [Fact]
    public async Task Before_the_inviter_is_told_of_a_wish_for_a_new_link_The_same_wish_tells_them()
    {
        const string Email = "elodie.marchand@home.example";
        using var doctor = _app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Marchand")}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email });
        using var patient = _app.CreatePerson();
        patient.Token = await _app.CreateOutbox().TokenAsync(Email, 1);
        // Its process writes nothing more meanwhile.
        await doctor.SeesAsync(talk, "delivered");
        Cut.CutOffAfter("Invitations");
        Assert.Equal(HttpStatusCode.InternalServerError, (await patient.PostAsync("registration/new-link")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await patient.PostAsync("registration/new-link")).Status);
        await _app.CreateOutbox().FindAsync(Doctor, "asks for a new invitation");
    }

    private static async Task<string> NewCaseAsync(Person doctor, string practice, string name)
    {
        var patient = (await doctor.GetAsync($"practices/{practice}/patients?q={name}"))["patients"][0]!["patientId"]!.GetValue<string>();
        var opened = await doctor.PostAsync($"practices/{practice}/cases", new { patientId = patient, title = "Another case" });
        return $"practices/{practice}/cases/{opened.Text("caseId")}/patient-talk";
    }

    private async Task<int> CountAsync(string table, string row)
    {
        // Each table is made when it is first needed.
        var rows = _app.Services.GetRequiredService<TableServiceClient>().GetTableClient(table);
        await rows.CreateIfNotExistsAsync();
        var count = 0;
        await foreach (var _ in rows.QueryAsync<TableEntity>($"RowKey eq '{row}'"))
        {
            count++;
        }

        return count;
    }
}
