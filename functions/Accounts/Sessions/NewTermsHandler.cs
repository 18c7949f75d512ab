using Collaborations.Terms;

namespace Collaborations.Accounts.Sessions;

/// <summary>Accepts terms that came into force since an account was made.</summary>
public sealed class NewTermsHandler(AccountStore accounts, SessionStore sessions, SessionReader reader, TimeProvider clock)
{
    public async Task<Result<SessionAnswer>> AcceptAsync(Caller caller, TermsAnswer body, CancellationToken cancellation)
    {
        if (body.Version != TermsOfUse.Version)
        {
            return new OtherTerms();
        }

        return await accounts.ChangeAsync<Done>(
                caller.Account, account => (account with { TermsVersion = TermsOfUse.Version, TermsAcceptedAt = clock.GetUtcNow() }, Done.Instance), cancellation)
            .ThenAsync(_ => sessions.AcceptTermsAsync(caller.Account, caller.Session, cancellation))
            .ThenAsync(_ => reader.ReadAsync(caller, cancellation));
    }
}
