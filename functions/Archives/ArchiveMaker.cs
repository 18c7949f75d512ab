using System.IO.Compression;
using System.Text;

namespace Collaborations.Archives;

/// <summary>
/// Writes a zip, one file after the other, from store to store: in memory is one block and one buffer, whatever the files' size. Tried again,
/// it begins anew and comes to the same.
/// </summary>
public sealed class ArchiveMaker(ArchiveStore archives, ArchiveVault vault, ArchiveSources sources, TimeProvider clock)
{
    /// <returns>Whether it is there now; false where it is no longer wanted.</returns>
    public async Task<bool> MakeAsync(ArchiveOrder order, CancellationToken cancellation)
    {
        if (await archives.FindAsync(order.Place, cancellation) is not { Record: var archive } || archive.Id != order.Archive)
        {
            return false;
        }

        if (archive.State == ArchiveState.Ready)
        {
            return true;
        }

        var contents = await sources.ListAsync(order.Place, cancellation);
        if (!await NoteAsync(order, current => current with { Contents = contents.Digest(), Files = contents.Entries.Count, Done = 0 }, cancellation))
        {
            return false;
        }

        await using (var blob = await vault.OpenWriteAsync(order.Archive, cancellation))
        {
            if (!await WriteAsync(archive, contents, blob, cancellation))
            {
                return false;
            }
        }

        return await NoteAsync(order, current => current with { State = ArchiveState.Ready }, cancellation);
    }

    /// <summary>It was tried often enough.</summary>
    public async Task FailAsync(ArchiveOrder order, CancellationToken cancellation)
    {
        await vault.DeleteAsync(order.Archive, cancellation);
        await NoteAsync(order, current => current with { State = ArchiveState.Failed }, cancellation);
    }

    public async Task ForgetAsync(ArchiveOrder order, CancellationToken cancellation)
    {
        await vault.DeleteAsync(order.Archive, cancellation);
        await archives.ForgetAsync(order.Place, order.Archive, cancellation);
    }

    private async Task<bool> WriteAsync(Archive archive, ArchiveContents contents, Stream blob, CancellationToken cancellation)
    {
        var order = new ArchiveOrder(archive.Place, archive.Id);
        var names = new EntryNames();
        await using var zip = await ZipArchive.CreateAsync(blob, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        if (contents.Note is { } note)
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(note.Text));
            await AddAsync(zip, names.Take(note.Name), archive.BegunAt, compress: true, text, cancellation);
        }

        foreach (var entry in contents.Entries)
        {
            await using (var content = await entry.OpenAsync(cancellation))
            {
                await AddAsync(zip, names.Take(entry.Name), entry.At, entry.Compress, content, cancellation);
            }

            if (!await NoteAsync(order, current => current with { Done = current.Done + 1 }, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task AddAsync(ZipArchive zip, string name, DateTimeOffset at, bool compress, Stream content, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, compress ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        entry.LastWriteTime = at;
        await using var target = await entry.OpenAsync(cancellation);
        await content.CopyToAsync(target, cancellation);
    }

    private async Task<bool> NoteAsync(ArchiveOrder order, Func<Archive, Archive> change, CancellationToken cancellation)
    {
        var noted = await archives.ChangeAsync<bool>(
            order.Place,
            current => current?.Id == order.Archive ? (change(current) with { ChangedAt = clock.GetUtcNow() }, true) : new NotFound(),
            cancellation);
        return !noted.IsRefused(out _, out _);
    }
}
