using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Sessions;
using Collaborations.Notices;
using Collaborations.Security;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Profile;

/// <summary>Body of <c>POST /account/password</c>.</summary>
public sealed record PasswordChange(string CurrentPassword, string Password, string ConfirmPassword);

/// <summary>Changes a password: needs the current one, signs every other device out and tells the owner (ASVS 5.0, 6.2.3 and 7.4.3).</summary>
public sealed class PasswordChangeHandler(
    AccountStore accounts, SessionStore sessions, PasswordCheck check, PasswordChoice choice, Notifier notices, TimeProvider clock)
{
    public async Task<Result<PasswordRules>> RulesAsync(Caller caller, CancellationToken cancellation) =>
        await accounts.FindAsync(caller.Account, cancellation) is { Record: var account }
            ? await choice.RulesAsync(caller.Account, account, cancellation)
            : new Unauthenticated();

    public Task<Result<Done>> HandleAsync(Caller caller, PasswordChange body, DurableTaskClient processes, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.CurrentPassword, cancellation, "currentPassword").ThenAsync(account =>
            choice.HashAsync(caller.Account, account, new NewPassword(body.Password, body.ConfirmPassword), cancellation)
                .ThenAsync(record => ChangeAsync(caller, account.Password, record, processes, cancellation)));

    private async Task<Result<Done>> ChangeAsync(
        Caller caller, PasswordRecord verified, PasswordRecord record, DurableTaskClient processes, CancellationToken cancellation)
    {
        var changed = await accounts.ChangeAsync<Done>(
            caller.Account,
            account => account.Password == verified
                ? (account.SetPassword(record, clock.GetUtcNow()) with { PasswordSetIn = caller.Session }, Done.Instance)
                : new PreconditionFailed(),
            cancellation);
        if (changed.IsRefused(out var refusal, out _))
        {
            return refusal;
        }

        // What follows does not wait for the client to stay. The notice comes first: should this process end here, it ends the sessions.
        await notices.TellAsync(processes, caller.Account, NoticeKind.PasswordChanged, CancellationToken.None);
        await sessions.EndAllAsync(caller.Account, caller.Session, CancellationToken.None);
        await sessions.RenewPasswordAsync(caller.Account, caller.Session, CancellationToken.None);
        return Done.Instance;
    }
}
