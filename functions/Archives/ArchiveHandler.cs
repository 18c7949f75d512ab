using Collaborations.Identifiers;
using Collaborations.Processes;
using Collaborations.Storage;
using Microsoft.DurableTask.Client;

namespace Collaborations.Archives;

/// <summary>
/// Begins an archive, says how far it is, and where it is when it is ready. Whoever asks again gets the same one, as long as what belongs into it
/// is the same. That is asked when one is begun and when one is ready, and not by each look at how far it is: of somebody's own data it is all
/// their conversations.
/// </summary>
public sealed class ArchiveHandler(
    ArchiveStore archives, ArchiveVault vault, ArchiveSources sources, ProcessGate gate, IdGenerator ids, TimeProvider clock)
{
    /// <param name="place">Who asks, for what. That they may is known already.</param>
    /// <param name="practice">Whose data it is; null where of no one practice.</param>
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<ArchiveAnswer>> AskAsync(ArchivePlace place, PracticeId? practice, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await archives.FindAsync(place, cancellation) is { Record: var underWay } && underWay.IsBeingMade(clock.GetUtcNow()))
        {
            // The one who asked for it first may have been cut off before it began.
            await BeginAsync(underWay, processes, cancellation);
            var seen = await WaitAsync(underWay, cancellation);
            if (seen.State == ArchiveState.Preparing)
            {
                return new ArchiveAnswer(seen.State, seen.Done, seen.Files, Url: null, ExpiresAt: null);
            }
        }

        var contents = await sources.ListAsync(place, cancellation);
        if (contents.Entries.Count == 0)
        {
            return new NothingToArchive();
        }

        var now = clock.GetUtcNow();
        var wanted = new Archive(
            ids.New<ArchiveId>(), place, practice, ArchiveState.Preparing, contents.Digest(), Done: 0, contents.Entries.Count, now, now);
        var decided = await archives.ChangeAsync<Archive>(
            place,
            current => current is not null && current.Serves(wanted.Contents, now) ? (current, current) : (wanted, wanted),
            cancellation);
        return await decided.ThenAsync(async archive =>
        {
            if (archive.Id == wanted.Id)
            {
                await BeginAsync(archive, processes, CancellationToken.None);
            }

            return await AnswerAsync(archive, contents.Name, cancellation);
        });
    }

    private static Task BeginAsync(Archive archive, DurableTaskClient processes, CancellationToken cancellation) =>
        ProcessGate.StartOnceAsync(
            processes, nameof(ArchiveOrchestration), ArchiveOrchestration.InstanceOf(archive.Id), new ArchiveOrder(archive.Place, archive.Id), cancellation);

    private async Task<Result<ArchiveAnswer>> AnswerAsync(Archive archive, string name, CancellationToken cancellation)
    {
        archive = await WaitAsync(archive, cancellation);
        switch (archive.State)
        {
            case ArchiveState.Failed:
                // Said once.
                await archives.ForgetAsync(archive.Place, archive.Id, cancellation);
                return new ArchiveFailed();
            case ArchiveState.Preparing:
                return new ArchiveAnswer(archive.State, archive.Done, archive.Files, Url: null, ExpiresAt: null);
            default:
                var soon = clock.GetUtcNow() + BlobSigner.ReadLifetime;
                var expires = archive.ExpiresAt < soon ? archive.ExpiresAt : soon;
                return new ArchiveAnswer(
                    archive.State, archive.Done, archive.Files, await vault.SignReadAsync(archive.Id, name, expires, cancellation), expires);
        }
    }

    /// <returns>It as it is when it is made, or when the patience of one request is over.</returns>
    private async Task<Archive> WaitAsync(Archive archive, CancellationToken cancellation)
    {
        await gate.WaitAsync(
            async () =>
            {
                if (await archives.FindAsync(archive.Place, cancellation) is { Record: var current } && current.Id == archive.Id)
                {
                    archive = current;
                }

                return archive.State != ArchiveState.Preparing;
            },
            cancellation);
        return archive;
    }
}
