using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Security;

namespace Collaborations.Backups;

/// <summary>Writes everything of a practice into one zip: a file of JSON lines for each table, each file of the practice, and a manifest at the end.</summary>
public sealed class BackupMaker(
    BackupTables tables, AuditStore audit, PracticeStore practices, FileVault vault, KeyedDigests digests, KeyRing ring, TimeProvider clock)
{
    /// <param name="practice">Whose.</param>
    /// <param name="file">Gets the zip.</param>
    /// <param name="cancellation">The operator stopped it: what was written has no manifest, and is refused by a restore.</param>
    public async Task<Result<BackupManifest>> MakeAsync(PracticeId practice, Stream file, CancellationToken cancellation)
    {
        if (await practices.FindAsync(practice, cancellation) is null)
        {
            return new NotFound();
        }

        var begun = clock.GetUtcNow();
        var parts = new List<BackupPart>();
        var walk = new BackupWalk(tables, audit, new NamedIds(digests), practice.ToString());
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var table in BackupPlan.Tables.Where(each => each.Rows != RowsOf.LeftOut))
        {
            parts.Add(await AddAsync(zip, BackupPart.OfTable(table.Name), CompressionLevel.Fastest, stream => WriteRowsAsync(walk, table, stream, cancellation), cancellation));
        }

        foreach (var id in walk.Files.Select(Identifier.Parse<FileId>))
        {
            if (await vault.IsThereAsync(id, cancellation))
            {
                parts.Add(await AddAsync(zip, BackupPart.OfFile(id.ToString()), CompressionLevel.NoCompression, stream => CopyAsync(id, stream, cancellation), cancellation));
            }
        }

        var manifest = new BackupManifest(BackupPlan.Version, practice.ToString(), begun, [.. ring.Newer.Order(StringComparer.Ordinal)], parts, Seal: string.Empty).Sealed(ring);
        await using var last = await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancellation);
        await last.WriteAsync(manifest.Write(), cancellation);
        return manifest;
    }

    private static async Task<BackupPart> AddAsync(
        ZipArchive zip, string name, CompressionLevel compression, Func<Stream, Task<long>> write, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        long count;
        await using (var entry = await zip.CreateEntry(name, compression).OpenAsync(cancellation))
        {
            await using var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true);
            count = await write(hashed);
        }

        return new BackupPart(name, Convert.ToHexStringLower(hash.Hash!), count);
    }

    private static async Task<long> WriteRowsAsync(BackupWalk walk, PlannedTable table, Stream stream, CancellationToken cancellation)
    {
        var count = 0L;
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await foreach (var row in walk.RowsAsync(table, cancellation))
        {
            await writer.WriteLineAsync(BackupLine.Of(row).Write().AsMemory(), cancellation);
            count++;
        }

        return count;
    }

    private async Task<long> CopyAsync(FileId id, Stream stream, CancellationToken cancellation)
    {
        await using var content = await vault.OpenAsync(id, cancellation);
        await content.CopyToAsync(stream, cancellation);
        return content.Length;
    }
}
