using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Searching;

namespace Collaborations.Collaborating;

/// <summary>Keeps the lists of members and collaborators in step with a collaboration. Said again, it changes nothing.</summary>
public sealed class CollaborationBoard(CollaborationListStore lists, SharedListStore shared, AccountEmailStore emails, PatientStore patients)
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
        foreach (var list in ListsOf(practice, collaboration))
        {
            await lists.PutAsync(list, new CollaborationEntry(id, at, words), cancellation);
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

        foreach (var digest in DigestsOf(collaboration))
        {
            await shared.RemoveAsync(digest, id, cancellation);
        }
    }

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
