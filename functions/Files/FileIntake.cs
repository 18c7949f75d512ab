using Collaborations.Identifiers;

namespace Collaborations.Files;

/// <summary>Takes in a file whose bytes the product holds itself, by the rules of one that is uploaded: name, type, size, content.</summary>
public sealed class FileIntake(FileStore files, FileVault vault, TimeProvider clock)
{
    /// <param name="id">Decided before, from what it is of, so that the same again is the same file.</param>
    /// <param name="name">With an ending that says its type.</param>
    /// <param name="content">The whole of it.</param>
    /// <param name="place">Where it belongs; its name, size and state are filled in here.</param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>The file, ready or held back; or why it was not taken.</returns>
    public async Task<Result<FileRecord>> TakeAsync(FileId id, string name, byte[] content, FileRecord place, CancellationToken cancellation)
    {
        if (new FileForm(name, content.Length, ContentType: null).Check().IsRefused(out var refusal, out var kept))
        {
            return refusal;
        }

        if (await files.FindAsync(id, cancellation) is { Record: var known })
        {
            return known;
        }

        var file = place with
        {
            Name = kept.Name,
            ContentType = kept.Type.ContentType,
            Kind = kept.Type.Kind,
            Size = content.Length,
            CreatedAt = clock.GetUtcNow(),
        };
        await vault.PrepareAsync(cancellation);
        await vault.WriteAsync(id, new MemoryStream(content, writable: false), cancellation);
        var reason = await FileCheck.FindAsync(file, new MemoryStream(content, writable: false), cancellation);
        var looked = file with { State = reason is null ? FileState.Ready : FileState.Quarantined, Reason = reason };

        // Somebody who took the same at the same time took the same bytes.
        return await files.AddAsync(id, looked, cancellation) ? looked : (await files.FindAsync(id, cancellation))!.Record;
    }
}
