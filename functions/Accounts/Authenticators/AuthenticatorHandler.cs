using Collaborations.Accounts.Profile;
using Collaborations.Accounts.Sessions;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Authenticators;

public sealed record NoAuthenticator() : Conflict("no-authenticator");

public sealed record WrongAuthenticatorCode() : InvalidInput("wrong-code", "code");

public sealed record TooManyAuthenticatorTries(TimeSpan RetryAfter) : TooMany("too-many-tries", RetryAfter);

/// <summary>Sets an authenticator app up and takes it away. The one in force stays until the new one has shown a code.</summary>
public sealed class AuthenticatorHandler(
    AccountStore accounts, SignInWays ways, PasswordCheck check, AuthenticatorCodes codes, Throttle throttle, TimeProvider clock)
{
    private const int TriesAnHour = 10;

    public Task<Result<AuthenticatorEnrolment>> BeginAsync(Caller caller, PasswordOnly body, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.Password, cancellation).ThenAsync(_ =>
        {
            var secret = codes.NewSecret(caller.Account);
            return accounts.ChangeAsync<AuthenticatorEnrolment>(
                caller.Account,
                account => (account with { NewAuthenticator = secret }, codes.Describe(caller.Account, account.Email, secret)),
                cancellation);
        });

    public async Task<Result<AccountAnswer>> ConfirmAsync(
        Caller caller, CodeAnswer body, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await throttle.TakeAsync("authenticator-new", caller.Account.ToString(), TriesAnHour, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyAuthenticatorTries(wait);
        }

        return await ways.ChangeAsync(
            caller,
            account => account.NewAuthenticator is not { } secret
                ? new NoAuthenticator()
                : codes.StepOf(caller.Account, secret, body.Code, lastStep: 0, clock.GetUtcNow()) is { } step
                    ? account with { Authenticator = new AuthenticatorApp(secret, step), NewAuthenticator = null }
                    : new WrongAuthenticatorCode(),
            processes,
            cancellation);
    }

    public Task<Result<AccountAnswer>> RemoveAsync(Caller caller, PasswordOnly body, DurableTaskClient processes, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.Password, cancellation).ThenAsync(_ => ways.ChangeAsync(
            caller,
            account => account.Authenticator is null ? new NoAuthenticator() : account with { Authenticator = null, NewAuthenticator = null },
            processes,
            cancellation));
}
