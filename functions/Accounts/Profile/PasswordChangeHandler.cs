using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Sessions;
using Collaborations.Notices;
using Collaborations.Security;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Profile;

public sealed record WrongPassword() : InvalidInput("wrong-password", "currentPassword");

public sealed record TooManyPasswordTries(TimeSpan RetryAfter) : TooMany("too-many-tries", RetryAfter);

/// <summary>Body of <c>POST /account/password</c>.</summary>
public sealed record PasswordChange(string CurrentPassword, string Password, string ConfirmPassword);

/// <summary>Changes a password: needs the current one, signs every other device out and tells the owner (ASVS 5.0, 6.2.3 and 7.4.3).</summary>
public sealed class PasswordChangeHandler(
    AccountStore accounts, SessionStore sessions, PasswordHasher hasher, PasswordPolicy policy, Notifier notices, Throttle throttle)
{
    private const int TriesAnHour = 10;

    public async Task<Result<Done>> HandleAsync(Caller caller, PasswordChange body, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await throttle.TakeAsync("password-change", caller.Account.ToString(), TriesAnHour, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyPasswordTries(wait);
        }

        if (await accounts.FindAsync(caller.Account, cancellation) is not { Record: var account })
        {
            return new Unauthenticated();
        }

        var current = await hasher.VerifyAsync(body.CurrentPassword, account.Password, cancellation);
        if (current.IsRefused(out var busy, out var right) || !right)
        {
            return busy ?? new WrongPassword();
        }

        return await policy.Check(body.Password, body.ConfirmPassword, PasswordPolicy.RulesFor(account.Name, account.Email))
            .ThenAsync(password => hasher.HashAsync(password, cancellation))
            .ThenAsync(record => ChangeAsync(caller, account.Password, record, processes, cancellation));
    }

    private async Task<Result<Done>> ChangeAsync(
        Caller caller, PasswordRecord verified, PasswordRecord record, DurableTaskClient processes, CancellationToken cancellation)
    {
        var changed = await accounts.ChangeAsync<Done>(
            caller.Account,
            account => account.Password == verified ? (account with { Password = record }, Done.Instance) : new PreconditionFailed(),
            cancellation);
        if (changed.IsRefused(out var refusal, out _))
        {
            return refusal;
        }

        await sessions.EndAllAsync(caller.Account, caller.Session, cancellation);
        await notices.TellAsync(processes, caller.Account, NoticeKind.PasswordChanged, cancellation);
        return Done.Instance;
    }
}
