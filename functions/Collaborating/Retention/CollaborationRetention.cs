using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Practices.Retention;
using Collaborations.Talks.Removing;

namespace Collaborations.Collaborating.Retention;

/// <summary>
/// Deletes closed collaborations: message, thread, what was written down or uploaded for them, invitations. What was attached from a library stays
/// there, and the number is not given again.
/// </summary>
public sealed class CollaborationRetention(
    CollaborationStore collaborations,
    CollaborationListStore lists,
    CollaborationBoard board,
    InvitationStore invitations,
    TalkRemover talks,
    FileRemover files,
    TimeProvider clock) : IRetained
{
    public AuditAction Deleted => AuditAction.CollaborationDeleted;

    public IAsyncEnumerable<Guid> ListAsync(PracticeId practice, DateTimeOffset limit, CancellationToken cancellation) =>
        lists.ListAsync(CollaborationListStore.All(practice), entry => entry.At < limit, cancellation).Select(entry => entry.Collaboration.Value);

    public async Task<bool> DeleteAsync(PracticeId practice, Guid id, DateTimeOffset limit, Func<Task> note, CancellationToken cancellation)
    {
        var collaboration = CollaborationId.From(id);
        var ended = await collaborations.EndAsync(
            practice, collaboration, record => record.Closing is { Closed: true } closing && closing.At < limit, clock.GetUtcNow(), cancellation);
        if (ended.IsRefused(out var refusal, out var record))
        {
            if (refusal is not NotFound)
            {
                return false;
            }
        }
        else
        {
            await DeleteAsync(practice, collaboration, record, cancellation);
            await note();
            await collaborations.DeleteAsync(practice, collaboration, cancellation);
        }

        // By this list it is found, so it is the last to go.
        await lists.RemoveAsync(CollaborationListStore.All(practice), collaboration, cancellation);
        return true;
    }

    private async Task DeleteAsync(PracticeId practice, CollaborationId id, Collaboration record, CancellationToken cancellation)
    {
        await talks.RemoveAsync(record.Thread, cancellation);
        var others = await FilesOfOthersAsync(practice, id, record, cancellation);
        foreach (var shared in record.Files.Where(each => !others.Contains(each.File)))
        {
            await files.RemoveAsync(shared.File, file => shared.Info is not null || file.ForCollaborationOn is not null, cancellation);
        }

        foreach (var invitation in record.Collaborators.Select(each => each.Invitation).OfType<InvitationId>())
        {
            await invitations.DeleteAsync(invitation, cancellation);
        }

        await board.RemoveAsync(practice, id, record, cancellation);
    }

    // One upload may have gone out with several about the same patient.
    private async Task<IReadOnlySet<FileId>> FilesOfOthersAsync(
        PracticeId practice, CollaborationId id, Collaboration record, CancellationToken cancellation)
    {
        var found = new HashSet<FileId>();
        await foreach (var entry in lists.ListAsync(CollaborationListStore.Of(practice, record.Patient), entry => entry.Collaboration != id, cancellation))
        {
            var other = await collaborations.FindAsync(practice, entry.Collaboration, cancellation);
            found.UnionWith(other?.Record.Files.Select(each => each.File) ?? []);
        }

        return found;
    }
}
