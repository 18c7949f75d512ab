using System.Security.Cryptography;
using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Notices;
using Collaborations.Practices;
using Collaborations.Security;
using Collaborations.Terms;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

/// <summary>What comes next in a sign-in.</summary>
public enum SignInStep
{
    Done,
    Delivery,
    Code,
}

/// <summary>Where a sign-in stands: a session, or the second step.</summary>
/// <param name="Step">What comes next.</param>
/// <param name="Session">Once it is done.</param>
/// <param name="Phones">That a code can go to.</param>
/// <param name="Authenticator">Whether the code of an authenticator app does as well.</param>
/// <param name="Code">That was sent.</param>
public sealed record SignInState(SignInStep Step, SessionAnswer? Session, IReadOnlyList<ProofPhone> Phones, bool Authenticator, CodeState? Code);

/// <summary>The end of every sign-in: registrations that it ends, and the session.</summary>
public sealed class SignInEnd(
    AccountStore accounts,
    PracticeTies ties,
    SessionService sessions,
    SessionReader reader,
    FirstSignIn firstSignIn,
    Notifier notices,
    KeyedDigests digests,
    RandomNumberGenerator random,
    TimeProvider clock)
{
    /// <param name="request">Whose browser gets the session.</param>
    /// <param name="id">Who has proved to be its owner.</param>
    /// <param name="passwordSetAt">Of the account on which that was decided: a password that was set since has ended whatever was proved before.</param>
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<SignInState>> BeginSessionAsync(
        HttpRequest request, AccountId id, DateTimeOffset? passwordSetAt, DurableTaskClient processes, CancellationToken cancellation)
    {
        var arrived = await ArriveAsync(request, id, passwordSetAt, cancellation);
        if (arrived.IsRefused(out _, out var arrival))
        {
            return new WrongCredentials();
        }

        await TellAsync(id, arrival, processes);
        await firstSignIn.EndAsync(processes, id, arrival.Before.Registrations, cancellation);
        var terms = TermsOf(arrival.Before, await ties.OfAsync(id, arrival.Before, cancellation));
        var (caller, session) = await sessions.BeginAsync(request, id, terms, cancellation);

        // Whoever set a password meanwhile may have ended the sessions just before this one was there to end.
        if (await accounts.FindAsync(id, cancellation) is not { Record: var account } || account.PasswordSetAt != passwordSetAt)
        {
            await sessions.EndAsync(request, caller, CancellationToken.None);
            return new WrongCredentials();
        }

        var answer = await reader.ReadAsync(caller, session, account, cancellation);
        return new SignInState(SignInStep.Done, answer, [], Authenticator: false, null);
    }

    // Who signs in keeps an account that was to be closed; once its time has come nobody does, whether it is cleared away already or not.
    private async Task<Result<Arrival>> ArriveAsync(
        HttpRequest request, AccountId id, DateTimeOffset? passwordSetAt, CancellationToken cancellation)
    {
        var device = digests.Of(DigestPurpose.Device, $"{id}\n{DeviceCookie.Take(request, random)}");
        return await accounts.ChangeAsync<Arrival>(
            id,
            account => account.IsClosed(clock.GetUtcNow()) || account.PasswordSetAt != passwordSetAt
                ? new WrongCredentials()
                : (account.ClosesAt is null ? account.KnowDevice(device) : account.KnowDevice(device) with { ClosesAt = null },
                    new Arrival(account, IsNew: account.Devices.Count > 0 && !account.Devices.Contains(device))),
            cancellation);
    }

    // It is on record by now, so nobody tells of it later: also where the client is gone.
    private async Task TellAsync(AccountId id, Arrival arrival, DurableTaskClient processes)
    {
        if (arrival.Before.ClosesAt is not null)
        {
            await notices.TellAsync(processes, id, NoticeKind.AccountKept, CancellationToken.None);
        }

        if (arrival.IsNew)
        {
            await notices.TellAsync(processes, id, NoticeKind.NewDevice, CancellationToken.None);
        }
    }

    // The strictest of the practices' rules.
    private SessionTerms TermsOf(Account account, IReadOnlyList<PracticeTie> practices) => new(
        account.TermsVersion == TermsOfUse.Version,
        account.IsPasswordExpired(practices.Min(tie => tie.Practice.PasswordDays), clock.GetUtcNow()),
        practices.Select(tie => tie.Practice.IdleMinutes).DefaultIfEmpty(Practice.LongestIdleMinutes).Min());

    /// <param name="Before">The account as it was.</param>
    /// <param name="IsNew">Other browsers have signed in, and this one never.</param>
    private sealed record Arrival(Account Before, bool IsNew);
}
