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
    public async Task<Result<SignInState>> BeginSessionAsync(
        HttpRequest request, AccountId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        var arrived = await ArriveAsync(request, id, cancellation);
        if (arrived.IsRefused(out _, out var arrival))
        {
            return new WrongCredentials();
        }

        await TellAsync(id, arrival, processes, cancellation);
        await firstSignIn.EndAsync(processes, id, arrival.Before.Registrations, cancellation);
        var terms = TermsOf(arrival.Before, await ties.OfAsync(id, arrival.Before, cancellation));
        var (caller, session) = await sessions.BeginAsync(request, id, terms, cancellation);
        return await reader.ReadAsync(caller, session, cancellation).MapAsync(answer => new SignInState(SignInStep.Done, answer, [], Authenticator: false, null));
    }

    // Who signs in keeps an account that was to be closed; once its time has come nobody does, whether it is cleared away already or not.
    private async Task<Result<Arrival>> ArriveAsync(HttpRequest request, AccountId id, CancellationToken cancellation)
    {
        var device = digests.Of(DigestPurpose.Device, $"{id}\n{DeviceCookie.Take(request, random)}");
        return await accounts.ChangeAsync<Arrival>(
            id,
            account => account.IsClosed(clock.GetUtcNow())
                ? new WrongCredentials()
                : (account.ClosesAt is null ? account.KnowDevice(device) : account.KnowDevice(device) with { ClosesAt = null },
                    new Arrival(account, IsNew: account.Devices.Count > 0 && !account.Devices.Contains(device))),
            cancellation);
    }

    private async Task TellAsync(AccountId id, Arrival arrival, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (arrival.Before.ClosesAt is not null)
        {
            await notices.TellAsync(processes, id, NoticeKind.AccountKept, cancellation);
        }

        if (arrival.IsNew)
        {
            await notices.TellAsync(processes, id, NoticeKind.NewDevice, cancellation);
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
