using System.Net;
using Collaborations.Accounts.Authenticators;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Accounts;

/// <summary>What a sign-in tells: to its owner, and to the audit.</summary>
public sealed class SignInTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Colleague = "chloe.martin@riverside.example";

    [Fact]
    public async Task Right_at_the_last_try_Signs_in_and_nobody_is_told_of_a_lock()
    {
        using var doctor = app.CreatePerson();
        for (var tries = 0; tries < 4; tries++)
        {
            await doctor.SignInAsync(Doctor, "not the password at all");
        }

        Assert.Equal("done", (await doctor.SignInAsync(Doctor, app.Password)).Text("step"));

        // What is told of a lock that is one comes after it, so what was not told by then was never.
        for (var tries = 0; tries < 5; tries++)
        {
            await doctor.SignInAsync(Colleague, "not the password at all");
        }

        await app.CreateOutbox().LatestAsync(Colleague);
        Assert.DoesNotContain(await app.CreateOutbox().AllAsync(Doctor), email => email["subject"]!.GetValue<string>().Contains("paused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Begun_with_a_password_that_was_changed_since_Ends_no_more_and_was_never_called_a_sign_in()
    {
        const string Manager = "amara.okafor@riverside.example";
        using var owner = app.CreatePerson();
        var id = Identifier.Parse<AccountId>((await owner.SignInAsync(Manager, app.Password))["session"]["accountId"]!.GetValue<string>());
        await app.ChangeAccountAsync(Manager, account => account with { Authenticator = new AuthenticatorApp("never opened", 0) });
        using var thief = app.CreatePerson();
        var begun = await thief.SignInAsync(Manager, app.Password);
        await thief.PostAsync("sign-in/delivery", new { phoneId = begun["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync("+12025550101"));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        const string Next = "seven copper owls glide";
        Assert.Equal(HttpStatusCode.NoContent, (await owner.PostAsync("account/password", new { currentPassword = app.Password, password = Next, confirmPassword = Next })).Status);
        Assert.Equal("link-not-open", (await thief.PostAsync("sign-in/code", new { code })).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("session")).Status);
        var lines = await LinesAsync(AuditChain.Of(id));
        Assert.Equal(
            [AuditAction.SignedIn, AuditAction.PasswordAccepted, AuditAction.CodeSent, AuditAction.PasswordChanged, AuditAction.CodeAnswered],
            lines.Where(line => line.Actor == id.ToString()).Select(line => line.Action));
        Assert.Equal("link-not-open", lines[^1].Outcome);
    }

    [Fact]
    public async Task A_page_that_asks_again_and_sees_nothing_new_Leaves_no_line()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = await doctor.GetAsync($"{await doctor.CaseAsync(practice, "Marchand")}/doctor-talk");
        var path = $"threads/{talk.Text("threadId")}";
        var read = await doctor.GetAsync(path);
        var chain = AuditChain.Of(Identifier.Parse<PracticeId>(practice));
        var before = await LinesAsync(chain);
        Assert.Equal(HttpStatusCode.NotModified, (await doctor.GetNewerAsync(path, read.Version)).Status);
        Assert.Equal(before.Count, (await LinesAsync(chain)).Count);
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetNewerAsync(path, "\"another\"")).Status);
        Assert.Equal(before.Count + 1, (await LinesAsync(chain)).Count);
    }

    private async Task<IReadOnlyList<AuditLine>> LinesAsync(string chain)
    {
        var found = new List<AuditLine>();
        await foreach (var (_, line) in app.Services.GetRequiredService<AuditStore>().ListAsync(chain, CancellationToken.None))
        {
            found.Add(line!.Line);
        }

        return found;
    }
}
