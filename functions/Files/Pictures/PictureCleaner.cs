using Collaborations.Identifiers;

namespace Collaborations.Files.Pictures;

/// <summary>
/// Takes the metadata out of a picture before anybody can fetch it: writes the rest under a new id, notes that on record, and puts it in the picture's
/// place. Cut off anywhere and begun again, or begun twice at once, it comes to the same.
/// </summary>
public sealed class PictureCleaner(FileStore files, FileVault vault, IdGenerator ids)
{
    /// <param name="id">Which.</param>
    /// <param name="file">Its record, in check.</param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>Null for a file that may pass.</returns>
    public async Task<FileReason?> CleanAsync(FileId id, FileRecord file, CancellationToken cancellation)
    {
        if (file.CleanedAs is { } known)
        {
            await vault.ReplaceAsync(id, known, cancellation);
            return null;
        }

        if (!PictureMetadata.Knows(file.ContentType))
        {
            return null;
        }

        var edits = await FindAsync(id, file, cancellation);
        if (edits.AreTooMany)
        {
            return FileReason.Broken;
        }

        if (edits.All.Count > 0)
        {
            var mine = await WriteAsync(id, edits, cancellation);
            var chosen = (await NoteAsync(id, mine, edits.Growth, cancellation)).Value;
            if (chosen != mine)
            {
                await vault.DeleteAsync(mine, cancellation);
            }

            await vault.ReplaceAsync(id, chosen, cancellation);
        }

        return null;
    }

    private async Task<PictureEdits> FindAsync(FileId id, FileRecord file, CancellationToken cancellation)
    {
        await using var picture = await vault.OpenAsync(id, cancellation);
        return await PictureMetadata.FindAsync(file.ContentType, picture, cancellation);
    }

    private async Task<FileId> WriteAsync(FileId id, PictureEdits edits, CancellationToken cancellation)
    {
        var mine = ids.New<FileId>();
        await using var picture = await vault.OpenAsync(id, cancellation);
        await vault.WriteAsync(mine, target => edits.ApplyAsync(picture, target, cancellation), cancellation);
        return mine;
    }

    // Of two who do the same, the first is kept.
    private Task<Result<FileId>> NoteAsync(FileId id, FileId mine, long growth, CancellationToken cancellation) =>
        files.ChangeAsync<FileId>(
            id,
            current => current.CleanedAs is { } other ? (current, other) : (current with { CleanedAs = mine, Size = current.Size + growth }, mine),
            cancellation);
}
