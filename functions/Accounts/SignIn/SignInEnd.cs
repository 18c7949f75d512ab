using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Practices;
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
    AccountStore accounts, PracticeTies ties, SessionService sessions, SessionReader reader, FirstSignIn firstSignIn, TimeProvider clock)
{
    public async Task<Result<SignInState>> BeginSessionAsync(
        HttpRequest request, AccountId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { Record: var account })
        {
            return new Unauthenticated();
        }

        await firstSignIn.EndAsync(processes, id, account.Registrations, cancellation);
        var terms = TermsOf(account, await ties.OfAsync(id, account, cancellation));
        var (caller, session) = await sessions.BeginAsync(request, id, terms, cancellation);
        return await reader.ReadAsync(caller, session, cancellation).MapAsync(answer => new SignInState(SignInStep.Done, answer, [], Authenticator: false, null));
    }

    // The strictest of the practices' rules.
    private SessionTerms TermsOf(Account account, IReadOnlyList<PracticeTie> practices) => new(
        account.TermsVersion == TermsOfUse.Version,
        account.IsPasswordExpired(practices.Min(tie => tie.Practice.PasswordDays), clock.GetUtcNow()),
        practices.Select(tie => tie.Practice.IdleMinutes).DefaultIfEmpty(Practice.LongestIdleMinutes).Min());
}
