using System.Net;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Invitations.Registration;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>What becomes of an invitation that is not answered, or answered wrongly.</summary>
public sealed class InvitationTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task Unanswered_Is_reminded_on_day_3_and_15_and_over_on_day_30()
    {
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Baker", "jerome.baker@home.example");
        using var patient = app.CreatePerson();
        patient.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync("jerome.baker@home.example"));
        foreach (var (days, reminders) in new[] { (3, 1), (12, 2) })
        {
            await app.AdvanceAsync(TimeSpan.FromDays(days));
            await member.SignInAsync(Doctor, app.Password);
            await member.SeesAsync(talk, "reminded", reminders);
        }

        Assert.Equal(HttpStatusCode.OK, (await patient.GetAsync("registration")).Status);
        await app.AdvanceAsync(TimeSpan.FromDays(15));
        await member.SignInAsync(Doctor, app.Password);
        await member.SeesAsync(talk, "expired");
        Assert.Equal("link-not-open", (await patient.GetAsync("registration")).Code);
    }

    [Fact]
    public async Task With_an_account_and_without_a_sign_in_by_day_30_Its_process_ends_and_the_sign_in_still_counts()
    {
        const string Known = "chloe.martin@riverside.example";
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Marchand", Known);
        var id = Identifier.Parse<InvitationId>((await member.GetAsync(talk))["invitation"]["invitationId"]!.GetValue<string>());
        using var patient = app.CreatePerson();
        patient.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Known));
        Assert.Equal("signIn", (await patient.PostAsync("registration/birth-date", new { birthDate = "1987-06-30" })).Text("step"));
        foreach (var days in new[] { 3, 12, 15 })
        {
            await app.AdvanceAsync(TimeSpan.FromDays(days));
        }

        await EndedAsync(RegistrationOrchestration.InstanceOf(id, generation: 1));
        patient.Token = null;
        Assert.Equal("done", (await patient.SignInAsync(Known, app.Password)).Text("step"));
        await member.SignInAsync(Doctor, app.Password);
        await member.SeesAsync(talk, "signedIn");
        Assert.Equal("talking", (await member.GetAsync(talk)).Text("state"));
    }

    [Fact]
    public async Task Looked_at_when_its_time_is_up_Is_ended_whatever_made_its_process_look()
    {
        var (id, store) = (InvitationId.From(Guid.CreateVersion7()), app.Services.GetRequiredService<InvitationStore>());
        var began = app.Clock.GetUtcNow() - Invitation.Lifetime;
        var invitation = new Invitation(
            InvitationKind.Patient,
            PracticeId.From(Guid.CreateVersion7()),
            MemberId.From(Guid.CreateVersion7()),
            Guid.CreateVersion7(),
            Case: null,
            Thread: null,
            Email: "nobody@home.example",
            Language.English,
            AsksBirthDate: true,
            Generation: 1,
            Nonce: "nonce",
            began,
            Ending: null,
            RegistrationProgress.Start(asksBirthDate: true),
            []);
        await store.AddAsync(id, invitation, default);
        var activities = ActivatorUtilities.CreateInstance<RegistrationActivities>(app.Services);

        Assert.Equal(RegistrationStage.Expired, await activities.ReadStage(new RegistrationInput(id, 1), default));

        var ended = (await store.FindAsync(id, default))!.Record;
        Assert.Equal(RegistrationStage.Expired, ended.Ending);
        Assert.Equal(InvitationEventKind.Expired, Assert.Single(ended.Timeline).Kind);
    }

    [Fact]
    public async Task Three_wrong_birth_dates_Lock_the_link_and_tell_the_member()
    {
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Kim", "grace.kim@home.example");
        using var patient = app.CreatePerson();
        patient.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync("grace.kim@home.example"));
        foreach (var left in new[] { 2, 1 })
        {
            var wrong = await patient.PostAsync("registration/birth-date", new { birthDate = "1980-07-26" });
            Assert.Equal("wrong-birth-date", wrong.Body!["errors"]!["birthDate"]![0]!.GetValue<string>());
            Assert.Equal(left, wrong["attemptsLeft"].GetValue<int>());
        }

        Assert.Equal("link-not-open", (await patient.PostAsync("registration/birth-date", new { birthDate = "1980-07-26" })).Code);
        Assert.Equal("link-not-open", (await patient.PostAsync("registration/birth-date", new { birthDate = "1980-07-27" })).Code);
        await member.SeesAsync(talk, "locked");
        await app.CreateOutbox().FindAsync(Doctor, "An invitation of yours was locked");
    }

    [Fact]
    public async Task Steps_out_of_order_and_links_that_are_cut_or_withdrawn_Are_refused()
    {
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Delgado", "rosa.delgado@home.example");
        using var patient = app.CreatePerson();
        var token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync("rosa.delgado@home.example"));
        patient.Token = token[..20];
        Assert.Equal("link-not-open", (await patient.GetAsync("registration")).Code);
        patient.Token = token;
        Assert.Equal("other-browser", (await patient.PostAsync("registration/code", new { code = "123456" })).Code);
        await patient.PostAsync("registration/birth-date", new { birthDate = "1958-04-23" });
        Assert.Equal("step-out-of-order", (await patient.PostAsync("registration/code", new { code = "123456" })).Code);
        Assert.Equal("step-out-of-order", (await patient.PostAsync("registration/terms", new { version = "2026-11" })).Code);

        using var other = app.CreatePerson();
        other.Token = token;
        Assert.Equal("birthDate", (await other.GetAsync("registration")).Text("step"));
        Assert.Equal("other-browser", (await other.PostAsync("registration/phones", new { phones = Array.Empty<object>() })).Code);

        await member.SendAsync(HttpMethod.Delete, $"{talk}/invitation");
        Assert.Equal("link-not-open", (await patient.GetAsync("registration")).Code);
    }

    private async Task EndedAsync(string process)
    {
        using var operators = app.CreateOperator();
        await Eventually.IsAsync(
            async () => (await operators.GetAsync($"operations/workflows/{process}"))["workflow"]["status"]!.GetValue<string>() == "completed", "The process goes on.");
    }

    private async Task<string> InviteAsync(Person member, string patient, string email)
    {
        var signedIn = await member.SignInAsync(Doctor, app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await member.GetAsync($"practices/{practice}/cases?q={patient}");
        var talk = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/patient-talk";
        Assert.Equal(HttpStatusCode.Created, (await member.PostAsync($"{talk}/invitation", new { email, confirmEmail = email })).Status);
        await member.SeesAsync(talk, "sent");
        return talk;
    }
}
