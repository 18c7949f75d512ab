using Collaborations.Accounts.Sessions;
using Collaborations.Security;

namespace Collaborations.Accounts;

public sealed record WrongPassword(string Field = "password") : InvalidInput("wrong-password", Field);

public sealed record TooManyPasswordTries(TimeSpan RetryAfter) : TooMany("too-many-tries", RetryAfter);

/// <summary>Body of what needs the password and nothing else.</summary>
public sealed record PasswordOnly(string Password);

/// <summary>
/// Asks for the password again before somebody who is signed in changes how they sign in: a device left open is not its owner (ASVS 5.0, 7.5.1).
/// </summary>
public sealed class PasswordCheck(AccountStore accounts, PasswordHasher hasher, Throttle throttle)
{
    private const int TriesAnHour = 10;

    /// <returns>The account whose password it was.</returns>
    public async Task<Result<Account>> VerifyAsync(Caller caller, string password, CancellationToken cancellation, string field = "password")
    {
        if (await throttle.TakeAsync("password-check", caller.Account.ToString(), TriesAnHour, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyPasswordTries(wait);
        }

        if (await accounts.FindAsync(caller.Account, cancellation) is not { Record: var account })
        {
            return new Unauthenticated();
        }

        var verified = await hasher.VerifyAsync(password, account.Password, cancellation);
        return verified.IsRefused(out var busy, out var right) ? busy : right ? account : new WrongPassword(field);
    }
}
