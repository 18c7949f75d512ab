using Collaborations.Files;
using Collaborations.Identifiers;

namespace Collaborations.Talks.Removing;

/// <summary>Deletes a thread with all that was said and sent in it. Cut off anywhere, the next time does the rest.</summary>
public sealed class TalkRemover(TalkStore talks, InboxStore inboxes, FileRemover files)
{
    public async Task RemoveAsync(ThreadId id, CancellationToken cancellation)
    {
        foreach (var file in await talks.ListFilesAsync(id, cancellation))
        {
            await files.RemoveAsync(file, record => record.Thread == id, cancellation);
        }

        if (await talks.FindAsync(id, cancellation) is { Record.Account: { } account })
        {
            await inboxes.RemoveAsync(account, id, cancellation);
        }

        await talks.DeleteAsync(id, cancellation);
    }
}
