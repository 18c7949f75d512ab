using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Collaborations.Identifiers;
using Collaborations.Security;

namespace Collaborations.Backups;

/// <summary>Why a backup is not used. The code says which.</summary>
public sealed record BackupUnusable(string Why) : Conflict(Why);

/// <summary>Reads a backup, once all of it has proved to be what its manifest says.</summary>
public sealed class BackupReader(KeyRing ring)
{
    /// <summary>Bytes; that of a practice with a million files is smaller.</summary>
    private const long LongestManifest = 256 * 1024 * 1024;

    /// <param name="zip">The backup.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>The manifest; a refusal where anything is missing, changed, of another app, or too new.</returns>
    public async Task<Result<BackupManifest>> VerifyAsync(ZipArchive zip, CancellationToken cancellation)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { Length: < LongestManifest } entry)
        {
            return new BackupUnusable("backup-not-finished");
        }

        if (await ReadAsync(entry, cancellation) is not { } manifest || !manifest.IsSealed(ring))
        {
            return new BackupUnusable("backup-changed-or-of-another-key");
        }

        if (manifest.Version != BackupPlan.Version)
        {
            return new BackupUnusable("backup-of-another-version");
        }

        if (manifest.Keys.Except(ring.Newer, StringComparer.Ordinal).Any())
        {
            return new BackupUnusable("backup-needs-a-newer-key");
        }

        return await AreWholeAsync(zip, manifest, cancellation) ? manifest : new BackupUnusable("backup-changed");
    }

    /// <summary>The rows of a table, in their order.</summary>
    public static async IAsyncEnumerable<BackupLine> RowsAsync(ZipArchive zip, BackupPart part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = await Entry(zip, part).OpenAsync(cancellation);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            yield return BackupLine.Read(line) ?? throw new InvalidOperationException($"A line of {part.Name} is no row.");
        }
    }

    /// <summary>The same by the table's name; none where the backup has no such table.</summary>
    public static IAsyncEnumerable<BackupLine> RowsAsync(ZipArchive zip, BackupManifest manifest, string table, CancellationToken cancellation) =>
        manifest.Parts.FirstOrDefault(part => part.Table() == table) is { } found ? RowsAsync(zip, found, cancellation) : AsyncEnumerable.Empty<BackupLine>();

    public static Task<Stream> OpenAsync(ZipArchive zip, BackupPart part, CancellationToken cancellation) => Entry(zip, part).OpenAsync(cancellation);

    private static ZipArchiveEntry Entry(ZipArchive zip, BackupPart part) =>
        zip.GetEntry(part.Name) ?? throw new InvalidOperationException($"{part.Name} is not in the backup.");

    private static async Task<bool> AreWholeAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellation)
    {
        var tables = BackupPlan.Tables.Where(table => table.Rows != RowsOf.LeftOut).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var part in manifest.Parts)
        {
            var isKnown = part.Table() is { } table ? tables.Contains(table) : part.File() is { } file && Identifier.TryParse<FileId>(file) is not null;
            if (!isKnown || zip.GetEntry(part.Name) is not { } entry)
            {
                return false;
            }

            if (await HashAsync(entry, cancellation) != part.Sha256)
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Null where somebody changed its compressed bytes: they are those of nothing.</returns>
    private static async Task<string?> HashAsync(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        try
        {
            await using var stream = await entry.OpenAsync(cancellation);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<BackupManifest?> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        try
        {
            using var bytes = new MemoryStream();
            await using var stream = await entry.OpenAsync(cancellation);
            await stream.CopyToAsync(bytes, cancellation);
            return BackupManifest.Read(bytes.ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
