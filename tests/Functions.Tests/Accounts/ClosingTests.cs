using System.Net;
using Collaborations.Accounts;
using Collaborations.Accounts.Closing;
using Collaborations.Accounts.Sessions;
using Collaborations.Accounts.SignIn;
using Collaborations.Identifiers;
using Collaborations.Tests.Processes;
using Collaborations.Tests.Storage;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Collaborations.Tests.Accounts;

/// <summary>A patient closes the account, changes their mind, or does not.</summary>
public sealed class ClosingTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Words = "nine amber kites drift";

    [Fact]
    public async Task Signing_in_within_the_fourteen_days_Keeps_it_and_says_so()
    {
        const string Email = "aicha.benali@home.example";
        using var doctor = app.CreatePerson();
        using var patient = app.CreatePerson();
        await BeginAsync(doctor, patient, "Benali", Email, "1996-10-16", "+12025550132");
        Assert.Equal("wrong-password", FieldCode(await patient.PostAsync("account/close", new { password = "not the password at all" })));
        Assert.Equal(HttpStatusCode.OK, (await patient.PostAsync("account/close", new { password = Words })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await patient.GetAsync("session")).Status);
        await app.CreateOutbox().FindAsync(Email, "14");
        app.Clock.Advance(AccountClosing.Grace - TimeSpan.FromMilliseconds(1));
        Assert.Equal("done", (await patient.SignInAsync(Email, Words)).Text("step"));
        await app.CreateOutbox().FindAsync(Email, "reste ouvert");
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("done", (await patient.SignInAsync(Email, Words)).Text("step"));
    }

    [Fact]
    public async Task After_fourteen_days_It_is_gone_and_what_was_written_stays_with_the_practice()
    {
        const string Email = "samuel.adeyemi@home.example";
        using var doctor = app.CreatePerson();
        using var patient = app.CreatePerson();
        var (talk, thread) = await BeginAsync(doctor, patient, "Adeyemi", Email, "1971-08-03", "+12025550133");
        var posted = await patient.PostAsync($"threads/{thread}/messages", new { text = "Good evening", files = Array.Empty<string>() }, key: "one");
        Assert.Equal(HttpStatusCode.Created, posted.Status);
        var account = Identifier.Parse<AccountId>((await patient.GetAsync("session")).Text("accountId"));
        await patient.PostAsync("account/close", new { password = Words });
        await app.AdvanceAsync(AccountClosing.Grace);

        // The rule is the record's: the time has come, whether the process has woken up or not.
        Assert.Equal("wrong-credentials", (await patient.SignInAsync(Email, Words)).Code);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await GoneAsync(account);
        Assert.Equal("wrong-credentials", (await patient.SignInAsync(Email, Words)).Code);
        await doctor.SignInAsync(Doctor, app.Password);
        var left = await doctor.GetAsync(talk);
        Assert.Equal(("left", thread), (left.Text("state"), left.Text("threadId")));
        var messages = (await doctor.GetAsync($"threads/{thread}"))["messages"].AsArray();
        Assert.Equal("Good evening", messages[^1]!["text"]!.GetValue<string>());
        Assert.Equal("nobody-reads", (await doctor.PostAsync($"threads/{thread}/messages", new { text = "Are you there", files = Array.Empty<string>() }, key: "two")).Code);
        Assert.False((await doctor.GetAsync(talk))["patient"]["registered"]!.GetValue<bool>());

        // Invited again, the same person has the same talk by a new account.
        var invited = await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = "Welcome back" });
        Assert.Equal("invited", invited.Text("state"));

        // Pressed again, it is the same invitation: a link that is out can be taken back.
        var pressed = await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = "Welcome back" });
        Assert.Equal(invited["invitation"]["invitationId"]!.GetValue<string>(), pressed["invitation"]["invitationId"]!.GetValue<string>());
        using var again = app.CreatePerson();
        Assert.Equal(thread, await again.RegisterAsync(app.CreateOutbox(), Email, "1971-08-03", "+12025550133", Words, invitation: 2));
        Assert.Equal("talking", (await doctor.GetAsync(talk)).Text("state"));
        Assert.Equal(["Hello", "Good evening", "Welcome back"], (await again.GetAsync($"threads/{thread}"))["messages"].AsArray().Select(each => each!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Where_the_process_that_clears_it_away_cannot_begin_It_stays_open()
    {
        const string Email = "walter.huang@home.example";
        using var doctor = app.CreatePerson();
        using var patient = app.CreatePerson();
        await BeginAsync(doctor, patient, "Huang", Email, "1949-11-02", "+12025550123");
        var id = Identifier.Parse<AccountId>((await patient.GetAsync("session")).Text("accountId"));
        var session = Assert.Single(await app.Services.GetRequiredService<SessionStore>().ListAsync(id, default)).Id;
        await using var processes = new IdleClient();
        await Assert.ThrowsAsync<NotSupportedException>(() => app.Services.GetRequiredService<AccountClosing>().AskAsync(
            new DefaultHttpContext().Request,
            new Caller(id, session, AcceptedTerms: true, PasswordExpired: false),
            new PasswordOnly(Words),
            processes,
            default));
        Assert.Null((await app.Services.GetRequiredService<AccountStore>().FindAsync(id, default))!.Record.ClosesAt);
    }

    [Fact]
    public async Task While_it_is_cleared_away_A_clock_that_is_behind_lets_nobody_in()
    {
        const string Email = "tomas.rivera@home.example";
        using var doctor = app.CreatePerson();
        using var patient = app.CreatePerson();
        await BeginAsync(doctor, patient, "Rivera", Email, "2001-12-05", "+12025550129");
        var id = Identifier.Parse<AccountId>((await patient.GetAsync("session")).Text("accountId"));
        await app.ChangeAccountAsync(Email, account => account with { ClosesAt = app.Clock.GetUtcNow() });
        var behind = ActivatorUtilities.CreateInstance<SignInEnd>(app.Services, new ManualTimeProvider(app.Clock.GetUtcNow() - TimeSpan.FromMinutes(1)));
        await using var processes = new NotedClient();
        Refusal? refusal = null;
        var sessions = new SessionStore(Interruption.In(
            app,
            "Sessions",
            Moment.Before,
            async () => refusal = (await behind.BeginSessionAsync(new DefaultHttpContext().Request, id, passwordSetAt: null, processes, default)).Refusal));
        await ActivatorUtilities.CreateInstance<AccountClosing>(app.Services, sessions).EraseAsync(id, default);
        Assert.IsType<WrongCredentials>(refusal);
        Assert.Null(await app.Services.GetRequiredService<AccountStore>().FindAsync(id, default));
    }

    [Fact]
    public async Task Known_by_a_link_and_gone_before_the_sign_in_They_register_anew()
    {
        const string Email = "hannah.weiss@home.example";
        using var doctor = app.CreatePerson();
        using var patient = app.CreatePerson();
        await BeginAsync(doctor, patient, "Weiss", Email, "1944-05-21", "+12025550134");
        var account = Identifier.Parse<AccountId>((await patient.GetAsync("session")).Text("accountId"));
        await patient.PostAsync("account/close", new { password = Words });

        // Somebody else gave the same address.
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Kim")}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email });
        using var other = app.CreatePerson();
        other.Token = await app.CreateOutbox().TokenAsync(Email, 2);
        Assert.Equal("signIn", (await other.PostAsync("registration/birth-date", new { birthDate = "1980-07-27" })).Text("step"));
        await app.AdvanceAsync(AccountClosing.Grace + TimeSpan.FromMinutes(5));
        await GoneAsync(account);

        Assert.Equal("phone", (await other.GetAsync("registration")).Text("step"));
        await doctor.SignInAsync(Doctor, app.Password);
        Assert.Equal("invited", (await doctor.PostAsync($"{talk}/invitation/resend")).Text("state"));
    }

    [Fact]
    public async Task Who_works_at_a_practice_Leaves_it_first()
    {
        using var doctor = app.CreatePerson();
        await doctor.SignInAsync(Doctor, app.Password);
        Assert.Equal("still-member", (await doctor.PostAsync("account/close", new { password = app.Password })).Code);
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetAsync("session")).Status);
    }

    private static string FieldCode(Reply reply) => reply.Body!["errors"]!["password"]![0]!.GetValue<string>();

    private async Task<(string Talk, string Thread)> BeginAsync(Person doctor, Person patient, string name, string email, string birthDate, string phone)
    {
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var opened = await doctor.PostAsync($"practices/{practice}/cases", await NewCaseAsync(doctor, practice, name));
        var talk = $"practices/{practice}/cases/{opened.Text("caseId")}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email, confirmEmail = email, firstMessage = "Hello" });
        return (talk, await patient.RegisterAsync(app.CreateOutbox(), email, birthDate, phone, Words));
    }

    private static async Task<object> NewCaseAsync(Person doctor, string practice, string name)
    {
        var found = (await doctor.GetAsync($"practices/{practice}/patients?q={name}"))["patients"].AsArray();
        return new { patientId = found.Single()!["patientId"]!.GetValue<string>(), title = "A case" };
    }

    private Task GoneAsync(AccountId account) => Eventually.IsAsync(
        async () => await app.Services.GetRequiredService<AccountStore>().FindAsync(account, CancellationToken.None) is null, "The account is still there.");
}
