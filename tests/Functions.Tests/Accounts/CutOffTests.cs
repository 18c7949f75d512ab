using Collaborations.Accounts;
using Collaborations.Accounts.Profile;
using Collaborations.Accounts.Sessions;
using Collaborations.Accounts.SignIn;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Security;
using Collaborations.Terms;
using Collaborations.Tests.Processes;
using Collaborations.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Accounts;

/// <summary>What keeps an account its owner's does not hang on a client that stays, and not on who is a moment earlier.</summary>
public sealed class CutOffTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string NewPassword = "nine amber kites drift";

    private AccountStore Accounts => app.Services.GetRequiredService<AccountStore>();

    private SessionStore Sessions => app.Services.GetRequiredService<SessionStore>();

    [Fact]
    public async Task Whoever_changes_the_password_and_leaves_at_once_Has_ended_the_other_sessions_and_is_told()
    {
        var (id, session) = await SignInTwiceAsync("first@cut-off.example");
        using var left = new CancellationTokenSource();
        await using var processes = new NotedClient();
        var accounts = new AccountStore(Interruption.In(app, "Accounts", Moment.After, left.CancelAsync));
        var handler = ActivatorUtilities.CreateInstance<PasswordChangeHandler>(app.Services, accounts);
        await handler.HandleAsync(
            new Caller(id, session, AcceptedTerms: true, PasswordExpired: false),
            new PasswordChange(app.Password, NewPassword, NewPassword),
            processes,
            left.Token);
        Assert.True(left.IsCancellationRequested);
        Assert.Equal([session], (await Sessions.ListAsync(id, default)).Select(each => each.Id));
        Assert.Equal([nameof(NoticeOrchestration)], processes.Started);
    }

    [Fact]
    public async Task A_change_of_the_password_that_was_killed_before_the_sessions_ended_Is_finished_by_its_notice()
    {
        var (id, session) = await SignInTwiceAsync("second@cut-off.example");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await SetPasswordAsync(id, session);
        await ActivatorUtilities.CreateInstance<NoticeActivities>(app.Services)
            .SendNotice(new NoticeSend(id, NoticeKind.PasswordChanged, "killed"), default);
        Assert.Equal([session], (await Sessions.ListAsync(id, default)).Select(each => each.Id));
    }

    [Fact]
    public async Task Whoever_changes_how_they_sign_in_and_leaves_at_once_Is_told()
    {
        var (id, session) = await SignInTwiceAsync("third@cut-off.example");
        using var left = new CancellationTokenSource();
        await using var processes = new NotedClient();
        var accounts = new AccountStore(Interruption.In(app, "Accounts", Moment.After, left.CancelAsync));
        var ways = ActivatorUtilities.CreateInstance<SignInWays>(app.Services, accounts);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ways.ChangeAsync(
            new Caller(id, session, AcceptedTerms: true, PasswordExpired: false),
            account => account with { Passkeys = [] },
            processes,
            left.Token));
        Assert.Equal([nameof(NoticeOrchestration)], processes.Started);
    }

    [Fact]
    public async Task A_password_that_is_changed_while_it_is_looked_at_Signs_nobody_in()
    {
        const string Email = "fourth@cut-off.example";
        var (id, _) = await SignInTwiceAsync(Email);
        await Sessions.EndAllAsync(id, but: null, default);
        await using var processes = new NotedClient();
        var accounts = new AccountStore(Interruption.In(app, "Accounts", Moment.After, () => SetPasswordAsync(id, session: null)));
        var signIn = ActivatorUtilities.CreateInstance<SignInHandler>(app.Services, accounts);
        var answer = await signIn.HandleAsync(
            new DefaultHttpContext().Request, new SignInRequest(Email, app.Password), new AuditNote(AuditAction.SignedIn), processes, default);
        Assert.IsType<WrongCredentials>(answer.Refusal);
        Assert.Empty(await Sessions.ListAsync(id, default));
    }

    [Fact]
    public async Task A_password_that_is_changed_while_the_session_begins_Ends_it()
    {
        var (id, _) = await SignInTwiceAsync("fifth@cut-off.example");
        await using var processes = new NotedClient();
        var sessions = new SessionStore(Interruption.In(
            app,
            "Sessions",
            Moment.Before,
            async () =>
            {
                await SetPasswordAsync(id, session: null);
                await Sessions.EndAllAsync(id, but: null, default);
            }));
        var end = ActivatorUtilities.CreateInstance<SignInEnd>(app.Services, ActivatorUtilities.CreateInstance<SessionService>(app.Services, sessions));
        var before = (await Accounts.FindAsync(id, default))!.Record.PasswordSetAt;
        var answer = await end.BeginSessionAsync(new DefaultHttpContext().Request, id, before, processes, default);
        Assert.IsType<WrongCredentials>(answer.Refusal);
        Assert.Empty(await Sessions.ListAsync(id, default));
    }

    /// <returns>A new account, and one of its two sessions.</returns>
    private async Task<(AccountId Id, SessionId Session)> SignInTwiceAsync(string email)
    {
        Assert.True(EmailAddress.TryRead(email, out var address));
        var account = await app.Services.GetRequiredService<AccountRegistry>().RegisterAsync(
            new NewAccount(address, "Somebody", Language.English, "America/New_York", app.Password, [], TermsOfUse.Version, app.Clock.GetUtcNow(), []), default);
        using var one = app.CreatePerson();
        Assert.Equal("done", (await one.SignInAsync(email, app.Password)).Text("step"));
        using var other = app.CreatePerson();
        Assert.Equal("done", (await other.SignInAsync(email, app.Password)).Text("step"));
        var sessions = await Sessions.ListAsync(account.Value, default);
        Assert.Equal(2, sessions.Count);
        return (account.Value, sessions[0].Id);
    }

    private async Task SetPasswordAsync(AccountId id, SessionId? session)
    {
        var hashed = await app.Services.GetRequiredService<PasswordHasher>().HashAsync(NewPassword, default);
        await Accounts.ChangeAsync<Done>(
            id, account => (account.SetPassword(hashed.Value, app.Clock.GetUtcNow()) with { PasswordSetIn = session }, Done.Instance), default);
    }
}
