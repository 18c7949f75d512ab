using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Security;
using Collaborations.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

/// <summary>The same for an unknown address, a wrong password and a locked account.</summary>
public sealed record WrongCredentials() : Unauthenticated("wrong-credentials");

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
    SignInLimit limit,
    Measures measures,
    EvenTime even,
    TimeProvider clock)
{
    private const int LongestPassword = 1024;

    public async Task<Result<SignInState>> HandleAsync(
        HttpRequest request, SignInRequest body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        var began = even.Begin();
        var answer = await TryAsync(request, body, note, processes, cancellation);
        measures.SignInTried(SignInWay.Password, answer.Refusal);
        if (answer.Refusal is WrongCredentials)
        {
            await even.WaitAsync(began, cancellation);
        }

        return answer;
    }

    private async Task<Result<SignInState>> TryAsync(
        HttpRequest request, SignInRequest body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await limit.TakeAsync(request, cancellation) is { } tooMany)
        {
            return tooMany;
        }

        var id = EmailAddress.TryRead(body.Email, out var email) ? await emails.FindAsync(email, cancellation) : null;
        note.Account = id;
        var counted = id is null ? new Counted(null, LockedNow: false) : await CountAsync(id.Value, cancellation);
        var verified = body.Password.Length <= LongestPassword
            ? await hasher.VerifyAsync(body.Password, counted.Password, cancellation)
            : false;
        if (verified.IsRefused(out var busy, out var right))
        {
            await GiveBackAsync(id, counted, cancellation);
            return busy;
        }

        if (right)
        {
            return await BeginAsync(request, id!.Value, counted, body.Password, note, processes, cancellation);
        }

        if (counted.LockedNow)
        {
            await notices.TellAsync(processes, id!.Value, NoticeKind.LockedOut, CancellationToken.None);
        }

        return new WrongCredentials();
    }

    // Counted before it is looked at: fifty tries side by side are no more than fifty in a row.
    private async Task<Counted> CountAsync(AccountId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var counted = await accounts.ChangeAsync<Counted>(
            id,
            account =>
            {
                if (account.Guesses.IsLocked(now))
                {
                    return (account, new Counted(null, LockedNow: false));
                }

                var guesses = account.Guesses.Count(now);
                return (account with { Guesses = guesses }, new Counted(account.Password, guesses.IsLocked(now), account.PasswordSetAt));
            },
            cancellation);
        return counted.IsRefused(out _, out var outcome) ? new Counted(null, LockedNow: false) : outcome;
    }

    // Nobody looked at the password, so it was no try.
    private async Task GiveBackAsync(AccountId? id, Counted counted, CancellationToken cancellation)
    {
        if (id is { } account && counted.Password is not null)
        {
            await accounts.ChangeAsync<Done>(
                account, current => (current with { Guesses = current.Guesses.GiveBack(counted.LockedNow) }, Done.Instance), cancellation);
        }
    }

    private async Task<Result<SignInState>> BeginAsync(
        HttpRequest request, AccountId id, Counted counted, string password, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        var changed = await accounts.ChangeAsync<Account>(
            id,
            account => account.PasswordSetAt == counted.SetAt ? (account with { Guesses = Guesses.None }, account) : new WrongCredentials(),
            cancellation);
        if (changed.IsRefused(out _, out var before))
        {
            // Since the password was looked at, it was changed, or the account was closed and cleared away.
            return new WrongCredentials();
        }

        if (hasher.IsOutdated(before.Password))
        {
            await RehashAsync(id, before.Password, password, cancellation);
        }

        if (await secondStep.IsAskedAsync(id, before, cancellation) is not { } practice)
        {
            return await end.BeginSessionAsync(request, id, before.PasswordSetAt, processes, cancellation);
        }

        note.Action = AuditAction.PasswordAccepted;
        return await secondStep.BeginAsync(request, id, before, practice, processes, cancellation);
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

    /// <param name="Password">Null where there is none to look at: an unknown address, or a locked account.</param>
    /// <param name="LockedNow">This try was one too many, unless it is right.</param>
    /// <param name="SetAt">When it was set; null for one that was set with the account.</param>
    private sealed record Counted(PasswordRecord? Password, bool LockedNow, DateTimeOffset? SetAt = null);
}
