using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Practices;

namespace Collaborations.Accounts;

/// <summary>A practice that an account belongs to, or is about to.</summary>
public sealed record PracticeTie(PracticeId Id, Practice Practice, bool AsPatient)
{
    /// <summary>Whether the practice asks for a code at every sign-in.</summary>
    public bool AsksForCode => AsPatient ? Practice.SecondStepPatients : Practice.SecondStepProfessionals;
}

/// <summary>Knows whose rules hold for an account: those of every practice that it belongs to or is registering with.</summary>
public sealed class PracticeTies(AffiliationStore affiliations, InvitationStore invitations, PracticeStore practices)
{
    /// <returns>The first is its home: on whose behalf it is written to where no practice is at hand.</returns>
    public async Task<IReadOnlyList<PracticeTie>> OfAsync(AccountId id, Account account, CancellationToken cancellation)
    {
        var ties = new List<PracticeTie>();
        foreach (var affiliation in await affiliations.ListAsync(id, cancellation))
        {
            await AddAsync(ties, affiliation.Practice, affiliation.Kind == AffiliationKind.Patient, cancellation);
        }

        foreach (var registration in account.Registrations)
        {
            if (await invitations.FindAsync(registration, cancellation) is { Record: var invitation })
            {
                await AddAsync(ties, invitation.Practice, invitation.Kind == InvitationKind.Patient, cancellation);
            }
        }

        return ties;
    }

    private async Task AddAsync(List<PracticeTie> ties, PracticeId id, bool asPatient, CancellationToken cancellation)
    {
        if (await practices.FindAsync(id, cancellation) is { Record: var practice })
        {
            ties.Add(new PracticeTie(id, practice, asPatient));
        }
    }
}
