using Collaborations.Identifiers;

namespace Collaborations.Files;

/// <summary>Deletes files for good: content first, so that nothing is left that no record knows.</summary>
public sealed class FileRemover(FileStore files, FileVault vault)
{
    /// <param name="id">Which; one that is gone is deleted already.</param>
    /// <param name="isDue">By its record: what something else shows too stays.</param>
    /// <param name="cancellation">The process ends.</param>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> RemoveAsync(FileId id, Predicate<FileRecord> isDue, CancellationToken cancellation)
    {
        if (await files.FindAsync(id, cancellation) is not { } file)
        {
            return true;
        }

        if (!isDue(file.Record))
        {
            return false;
        }

        await vault.DeleteAsync(id, cancellation);
        return await files.DeleteAsync(id, file, cancellation) ? true : throw new InvalidOperationException("A file changed while it was deleted.");
    }
}
