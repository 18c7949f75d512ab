using Collaborations.Identifiers;
using Collaborations.Invitations;

namespace Collaborations.Accounts;

/// <summary>Knows on whose behalf an account is written to where no practice is at hand: its first, or the one that it is registering with.</summary>
public sealed class HomePractice(AccountStore accounts, AffiliationStore affiliations, InvitationStore invitations)
{
    public async Task<PracticeId?> FindAsync(AccountId id, CancellationToken cancellation)
    {
        if (await affiliations.ListAsync(id, cancellation) is [var first, ..])
        {
            return first.Practice;
        }

        return await accounts.FindAsync(id, cancellation) is { Record.Registrations: [var registration, ..] }
            && await invitations.FindAsync(registration, cancellation) is { Record: var invitation }
                ? invitation.Practice
                : null;
    }
}
