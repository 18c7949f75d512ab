using Collaborations.Accounts;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;

namespace Collaborations.Practices;

/// <summary>Knows who is a member of which practice, as of now: rights that were taken away are gone with the next request.</summary>
public sealed class MemberAccess(AffiliationStore affiliations, MemberStore members)
{
    /// <returns>Null for whoever is none, or was disabled.</returns>
    public async Task<MemberCaller?> FindAsync(Caller caller, PracticeId practice, CancellationToken cancellation)
    {
        if (await affiliations.FindMemberAsync(caller.Account, practice, cancellation) is not { } affiliation)
        {
            return null;
        }

        var id = MemberId.From(affiliation.Subject);
        var member = await members.FindAsync(practice, id, cancellation);
        return member is { Record.Disabled: false } ? new MemberCaller(caller, practice, id, member.Record) : null;
    }
}
