using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

/// <summary>The same for an unknown address, a wrong password and a locked account.</summary>
public sealed record WrongCredentials() : Unauthenticated("wrong-credentials");

public sealed record TooManySignIns(TimeSpan RetryAfter) : TooMany("too-many-sign-ins", RetryAfter);

/// <summary>Body of <c>POST /sign-in</c>.</summary>
public sealed record SignInRequest(string Email, string Password);

/// <summary>See the readme of the accounts folder for its states.</summary>
public sealed class SignInHandler(
    AccountStore accounts,
    AccountEmailStore emails,
    PasswordHasher hasher,
    SignInEnd end,
    SecondStep secondStep,
    Notifier notices,
    Throttle throttle,
    TimeProvider clock)
{
    /// <summary>Per network address; a whole clinic may stand behind one.</summary>
    private const int TriesPerSource = 60;
    private const int LongestPassword = 1024;
    private static readonly TimeSpan SourceWindow = TimeSpan.FromMinutes(10);

    public async Task<Result<SignInState>> HandleAsync(
        HttpRequest request, SignInRequest body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await throttle.TakeAsync("sign-in", ClientAddress.Of(request) ?? string.Empty, TriesPerSource, SourceWindow, cancellation) is { } wait)
        {
            return new TooManySignIns(wait);
        }

        var id = EmailAddress.TryRead(body.Email, out var email) ? await emails.FindAsync(email, cancellation) : null;
        note.Account = id;
        var password = id is null ? null : await CountAsync(id.Value, processes, cancellation);
        var verified = body.Password.Length <= LongestPassword
            ? await hasher.VerifyAsync(body.Password, password, cancellation)
            : false;
        if (verified.IsRefused(out var busy, out var right))
        {
            return busy;
        }

        return right ? await BeginAsync(request, id!.Value, body.Password, processes, cancellation) : new WrongCredentials();
    }

    // Counted before it is looked at: fifty tries side by side are no more than fifty in a row.
    private async Task<PasswordRecord?> CountAsync(AccountId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var counted = await accounts.ChangeAsync<(PasswordRecord? Password, bool LockedNow)>(
            id,
            account =>
            {
                if (account.Guesses.IsLocked(now))
                {
                    return (account, (null, false));
                }

                var guesses = account.Guesses.Count(now);
                return (account with { Guesses = guesses }, (account.Password, guesses.IsLocked(now)));
            },
            cancellation);
        if (counted.IsRefused(out _, out var outcome))
        {
            return null;
        }

        if (outcome.LockedNow)
        {
            await notices.TellAsync(processes, id, NoticeKind.LockedOut, cancellation);
        }

        return outcome.Password;
    }

    private async Task<Result<SignInState>> BeginAsync(
        HttpRequest request, AccountId id, string password, DurableTaskClient processes, CancellationToken cancellation)
    {
        var changed = await accounts.ChangeAsync<Account>(
            id, account => (account with { Guesses = Guesses.None }, account), cancellation);
        if (changed.IsRefused(out var refusal, out var before))
        {
            return refusal;
        }

        if (PasswordHasher.IsOutdated(before.Password))
        {
            await RehashAsync(id, before.Password, password, cancellation);
        }

        return await secondStep.IsAskedAsync(id, before, cancellation) is { } practice
            ? await secondStep.BeginAsync(request, id, before, practice, processes, cancellation)
            : await end.BeginSessionAsync(request, id, processes, cancellation);
    }

    private async Task RehashAsync(AccountId id, PasswordRecord outdated, string password, CancellationToken cancellation)
    {
        var hashed = await hasher.HashAsync(password, cancellation);
        if (!hashed.IsRefused(out _, out var record))
        {
            await accounts.ChangeAsync<Done>(
                id, account => (account.Password == outdated ? account with { Password = record } : account, Done.Instance), cancellation);
        }
    }
}
