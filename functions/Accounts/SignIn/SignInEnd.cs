using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Invitations;
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
public sealed record SignInState(SignInStep Step, SessionAnswer? Session, IReadOnlyList<ProofPhone> Phones, CodeState? Code);

/// <summary>The end of every sign-in: registrations that it ends, and the session.</summary>
public sealed class SignInEnd(AccountStore accounts, SessionService sessions, SessionReader reader, FirstSignIn firstSignIn)
{
    public async Task<Result<SignInState>> BeginSessionAsync(
        HttpRequest request, AccountId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { Record: var account })
        {
            return new Unauthenticated();
        }

        await firstSignIn.EndAsync(processes, id, account.Registrations, cancellation);
        var (caller, session) = await sessions.BeginAsync(request, id, account.TermsVersion == TermsOfUse.Version, cancellation);
        return await reader.ReadAsync(caller, session, cancellation).MapAsync(answer => new SignInState(SignInStep.Done, answer, [], null));
    }
}
