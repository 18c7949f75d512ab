using Collaborations.Accounts.Sessions;
using Collaborations.Collaborating.Tracking;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;

namespace Collaborations.Collaborating;

/// <summary>Lists a collaboration's attachments, and says who may read them: its members, and the collaborators who have read its message.</summary>
public sealed class CollaborationFiles(FileStore files, CollaborationAccess access, InvitedAccess invited, MemberAccess members)
{
    public async Task<IReadOnlyList<CollaborationAttachment>> ListAsync(Collaboration record, CancellationToken cancellation)
    {
        var found = new List<CollaborationAttachment>();
        foreach (var shared in record.Files)
        {
            if (await files.FindAsync(shared.File, cancellation) is { Record: var file })
            {
                found.Add(new CollaborationAttachment(FileAnswer.Of(shared.File, file), shared.Info));
            }
        }

        return found;
    }

    /// <summary>Asked for each address anew: who was removed gets none from that moment on.</summary>
    public async Task<bool> MayReadAsync(Caller caller, PracticeId practice, CollaborationId id, FileId file, CancellationToken cancellation) =>
        await FindAsync(caller, practice, id, cancellation) is { } record && record.Files.Any(each => each.File == file);

    private async Task<Collaboration?> FindAsync(Caller caller, PracticeId practice, CollaborationId id, CancellationToken cancellation)
    {
        if (await members.FindAsync(caller, practice, cancellation) is { } member
            && await access.OpenAsync(member, id, cancellation) is { Refusal: null, Value: { Record: var seen } })
        {
            return seen;
        }

        return await invited.FindAsync(caller.Account, practice, id, cancellation) is { IsReader: true, Record: var read } ? read : null;
    }
}
