using Collaborations.Identifiers;

namespace Collaborations.Accounts;

/// <summary>Knows on whose behalf an account is written to where no practice is at hand: its first, or the one that it is registering with.</summary>
public sealed class HomePractice(AccountStore accounts, PracticeTies ties)
{
    public async Task<PracticeTie?> FindAsync(AccountId id, CancellationToken cancellation) =>
        await accounts.FindAsync(id, cancellation) is { Record: var account } && await ties.OfAsync(id, account, cancellation) is [var first, ..]
            ? first
            : null;
}
