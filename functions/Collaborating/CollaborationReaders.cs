using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Practices;

namespace Collaborations.Collaborating;

/// <summary>
/// Knows which members are told what collaborators write and what becomes of the emails: the starter; where the starter has left the practice, the
/// members of the case; where none of them is there either, the case managers. The others who may see it look when they want to.
/// </summary>
public sealed class CollaborationReaders(MemberStore members, CaseStore cases)
{
    /// <returns>Nobody where no one is left who would read.</returns>
    public async Task<IReadOnlyList<MemberId>> MembersOfAsync(PracticeId practice, Collaboration collaboration, CancellationToken cancellation)
    {
        if (await IsThereAsync(practice, collaboration.Starter, cancellation))
        {
            return [collaboration.Starter];
        }

        var found = new List<MemberId>();
        if (collaboration.Case is { } id && await cases.FindAsync(practice, id, cancellation) is { Record: var @case })
        {
            foreach (var member in @case.Members)
            {
                if (await IsThereAsync(practice, member, cancellation))
                {
                    found.Add(member);
                }
            }
        }

        return found.Count > 0 ? found : await CaseManagersAsync(practice, cancellation);
    }

    private async Task<IReadOnlyList<MemberId>> CaseManagersAsync(PracticeId practice, CancellationToken cancellation)
    {
        var found = new List<MemberId>();
        await foreach (var (id, member) in members.ListAsync(practice, cancellation))
        {
            if (member is { Disabled: false, CaseManager: true })
            {
                found.Add(id);
            }
        }

        return found;
    }

    private async Task<bool> IsThereAsync(PracticeId practice, MemberId member, CancellationToken cancellation) =>
        await members.FindAsync(practice, member, cancellation) is { Record.Disabled: false };
}
