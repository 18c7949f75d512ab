using Collaborations.Identifiers;

namespace Collaborations.Accounts.Sessions;

/// <summary>Ends sessions from before the password that is in force, but the one that it was changed in.</summary>
public sealed class OlderSessions(AccountStore accounts, SessionStore sessions)
{
    public async Task EndAsync(AccountId id, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is { Record: { PasswordSetAt: { } since, PasswordSetIn: var kept } })
        {
            await sessions.EndAllAsync(id, (session, record) => session != kept && record.CreatedAt < since, cancellation);
        }
    }
}
