using Collaborations.Files.Pictures;
using Collaborations.Identifiers;

namespace Collaborations.Files;

/// <summary>Takes in a file whose bytes the product holds itself, by the rules of one that is uploaded: name, type, size, content.</summary>
public sealed class FileIntake(FileStore files, FileVault vault, MalwareScan scan, TimeProvider clock)
{
    /// <param name="id">Decided before, from what it is of, so that the same again is the same file.</param>
    /// <param name="name">With an ending that says its type.</param>
    /// <param name="content">The whole of it.</param>
    /// <param name="place">
    /// Where it belongs; its name and size are filled in here, and its state, which is ready where the content is the product's own and
    /// no scan of the account has to judge it.
    /// </param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>
    /// The file, ready or held back; in check where the account scans and has not said yet, so that whoever takes it in starts the
    /// <see cref="FileCheckOrchestration"/>; or why it was not taken.
    /// </returns>
    public async Task<Result<FileRecord>> TakeAsync(FileId id, string name, byte[] content, FileRecord place, CancellationToken cancellation)
    {
        if (new FileForm(name, content.Length, ContentType: null).Check().IsRefused(out var refusal, out var named))
        {
            return refusal;
        }

        if (await files.FindAsync(id, cancellation) is { Record: var known })
        {
            return known;
        }

        var file = place with
        {
            Name = named.Name,
            ContentType = named.Type.ContentType,
            Kind = named.Type.Kind,
            Size = content.Length,
            CreatedAt = clock.GetUtcNow(),
        };
        var reason = await FileCheck.FindAsync(file, new MemoryStream(content, writable: false), cancellation);
        var edits = await PictureMetadata.FindAsync(file.ContentType, new MemoryStream(content, writable: false), cancellation);
        reason ??= edits.AreTooMany ? FileReason.Broken : null;
        using var kept = new MemoryStream();
        await edits.ApplyAsync(new MemoryStream(content, writable: false), kept, cancellation);
        var state = reason is not null ? FileState.Quarantined : scan.IsOn ? place.State : FileState.Ready;
        var looked = file with { Size = kept.Length, State = state, Reason = reason };
        kept.Position = 0;
        await vault.PrepareAsync(cancellation);
        await vault.WriteAsync(id, kept, cancellation);

        // Somebody who took the same at the same time took the same bytes.
        return await files.AddAsync(id, looked, cancellation) ? looked : (await files.FindAsync(id, cancellation))!.Record;
    }
}
