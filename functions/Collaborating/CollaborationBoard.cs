using Collaborations.Accounts;
using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Searching;

namespace Collaborations.Collaborating;

/// <summary>Keeps the lists of members and collaborators in step with a collaboration. Said again, it changes nothing.</summary>
public sealed class CollaborationBoard(
    CollaborationListStore lists, SharedListStore shared, AccountEmailStore emails, PatientStore patients, CaseStore cases, MemberStore members)
{
    /// <summary>It is in the lists of everyone who is in it, at the time of its start or of what has happened since.</summary>
    public Task AddAsync(PracticeId practice, CollaborationId id, Collaboration collaboration, CancellationToken cancellation) =>
        MoveUpAsync(practice, id, collaboration, collaboration.AnsweredAt ?? collaboration.StartedAt, cancellation);

    /// <summary>Something has happened: it moves up in every list that it is in.</summary>
    public async Task MoveUpAsync(PracticeId practice, CollaborationId id, Collaboration collaboration, DateTimeOffset at, CancellationToken cancellation)
    {
        var patient = await patients.FindAsync(practice, collaboration.Patient, cancellation);
        var names = collaboration.Collaborators.Select(each => each.Name);
        var words = SearchWords.Kept([patient?.Record.Name, patient?.Record.Code, .. names]);
        var entry = new CollaborationEntry(id, at, words);
        foreach (var list in ListsOf(practice, collaboration))
        {
            await lists.PutAsync(list, entry, cancellation);
        }

        // After the list of the case: whoever comes into the case at the same time finds it there, or is found here.
        foreach (var member in await SeenByAsync(practice, collaboration, cancellation))
        {
            await lists.PutAsync(CollaborationListStore.SeenBy(practice, member), entry, cancellation);
        }

        foreach (var digest in DigestsOf(collaboration))
        {
            await shared.PutAsync(digest, new SharedEntry(practice, id, at), cancellation);
        }
    }

    /// <summary>It is deleted: out of every list but that of all, by which it is found until it is gone.</summary>
    public async Task RemoveAsync(PracticeId practice, CollaborationId id, Collaboration collaboration, CancellationToken cancellation)
    {
        foreach (var list in ListsOf(practice, collaboration).Where(list => list != CollaborationListStore.All(practice)))
        {
            await lists.RemoveAsync(list, id, cancellation);
        }

        // Also of those who have left its case.
        await foreach (var (member, _) in members.ListAsync(practice, cancellation))
        {
            await lists.RemoveAsync(CollaborationListStore.SeenBy(practice, member), id, cancellation);
        }

        foreach (var digest in DigestsOf(collaboration))
        {
            await shared.RemoveAsync(digest, id, cancellation);
        }
    }

    /// <summary>A member has come into a case, whose record says so already: its collaborations are in their list.</summary>
    public async Task AddMemberAsync(PracticeId practice, CaseId @case, MemberId member, CancellationToken cancellation)
    {
        await foreach (var entry in lists.ListAsync(CollaborationListStore.Of(practice, @case), static _ => true, cancellation))
        {
            await lists.PutAsync(CollaborationListStore.SeenBy(practice, member), entry, cancellation);
        }
    }

    private async Task<IEnumerable<MemberId>> SeenByAsync(PracticeId practice, Collaboration collaboration, CancellationToken cancellation) =>
        collaboration.Case is { } id && await cases.FindAsync(practice, id, cancellation) is { Record: var @case }
            ? @case.Members.Prepend(collaboration.Starter).Distinct()
            : [collaboration.Starter];

    private IEnumerable<string> DigestsOf(Collaboration collaboration)
    {
        foreach (var collaborator in collaboration.Collaborators)
        {
            if (EmailAddress.TryRead(collaborator.Email, out var email))
            {
                yield return emails.DigestOf(email);
            }
        }
    }

    private static IEnumerable<string> ListsOf(PracticeId practice, Collaboration collaboration)
    {
        yield return CollaborationListStore.All(practice);
        yield return CollaborationListStore.Of(practice, collaboration.Starter);
        yield return CollaborationListStore.Of(practice, collaboration.Patient);
        if (collaboration.Case is { } @case)
        {
            yield return CollaborationListStore.Of(practice, @case);
        }
    }
}
