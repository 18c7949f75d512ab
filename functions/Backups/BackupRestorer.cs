using System.IO.Compression;
using System.Security.Cryptography;
using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Backups;

/// <summary>What became of one table, or of the files.</summary>
/// <param name="Name">The table's; <c>files</c> for those.</param>
/// <param name="Added">Were not there.</param>
/// <param name="Same">Were there as they are in the backup.</param>
/// <param name="Replaced">Were there otherwise, and are as in the backup now.</param>
/// <param name="Kept">Were there otherwise, and were left.</param>
public sealed record RestoredPart(string Name, long Added, long Same, long Replaced, long Kept)
{
    /// <summary>Of those that were left, how many the practice has for itself: what is shared, and a chain that went on, is always left.</summary>
    public long Differing => BackupPlan.Tables.FirstOrDefault(table => table.Name == Name)?.Rows is RowsOf.SharedPerson or RowsOf.Chain ? 0 : Kept;
}

/// <summary>
/// Brings a practice back. Cut off anywhere, it is begun anew and does the rest: files first, and the practice's own row last, so that nobody is
/// let into half a practice. What a person shares with other practices is brought back only where there is none, and a chain of the audit that
/// went on is left alone, because its newer lines are in no backup.
/// </summary>
public sealed class BackupRestorer(BackupTables tables, BackupReader reader, AuditStore audit, FileVault vault)
{
    private const int AtOnce = 8;

    /// <param name="zip">The backup.</param>
    /// <param name="over">Whether what is there otherwise is replaced.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    public async Task<Result<(BackupManifest Manifest, IReadOnlyList<RestoredPart> Parts)>> RestoreAsync(ZipArchive zip, bool over, CancellationToken cancellation)
    {
        if ((await reader.VerifyAsync(zip, cancellation)).IsRefused(out var refusal, out var manifest))
        {
            return refusal;
        }

        var parts = new List<RestoredPart> { await FilesAsync(zip, manifest, over, cancellation) };
        foreach (var part in manifest.Parts.Reverse())
        {
            if (part.Table() is { } name)
            {
                var table = BackupPlan.Tables.Single(each => each.Name == name);
                parts.Add(table.Rows == RowsOf.Chain
                    ? await ChainAsync(zip, manifest, part, name, cancellation)
                    : await RowsAsync(zip, part, name, over && table.Rows != RowsOf.SharedPerson, cancellation));
            }
        }

        return (manifest, parts);
    }

    private async Task<RestoredPart> RowsAsync(ZipArchive zip, BackupPart part, string name, bool over, CancellationToken cancellation)
    {
        var table = tables.Table(name);
        long added = 0, same = 0, replaced = 0, kept = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(BackupReader.RowsAsync(zip, part, cancellation), limits, async (line, stop) =>
        {
            var row = line.Row();
            if (await table.InsertAsync(row, stop) is not null)
            {
                Interlocked.Increment(ref added);
            }
            else if (await table.FindAsync(line.P, line.R, stop) is { } there && RecordRow.Same(there, row))
            {
                Interlocked.Increment(ref same);
            }
            else if (over)
            {
                await table.PutAsync(row, stop);
                Interlocked.Increment(ref replaced);
            }
            else
            {
                Interlocked.Increment(ref kept);
            }
        });
        return new RestoredPart(name, added, same, replaced, kept);
    }

    // Its head is the last row of the backup: a chain without one was cut off while it was brought back, and is finished.
    private async Task<RestoredPart> ChainAsync(ZipArchive zip, BackupManifest manifest, BackupPart part, string name, CancellationToken cancellation)
    {
        if (await audit.FindHeadAsync(manifest.Practice, cancellation) is not null)
        {
            return new RestoredPart(name, 0, 0, 0, part.Count);
        }

        var table = tables.Table(name);
        long added = 0, same = 0;
        await foreach (var line in BackupReader.RowsAsync(zip, part, cancellation))
        {
            if (await table.InsertAsync(line.Row(), cancellation) is not null)
            {
                added++;
            }
            else
            {
                same++;
            }
        }

        return new RestoredPart(name, added, same, 0, 0);
    }

    private async Task<RestoredPart> FilesAsync(ZipArchive zip, BackupManifest manifest, bool over, CancellationToken cancellation)
    {
        long added = 0, same = 0, replaced = 0, kept = 0;
        await vault.PrepareAsync(cancellation);
        foreach (var part in manifest.Parts.Where(part => part.File() is not null))
        {
            var id = Identifier.Parse<FileId>(part.File()!);
            var isThere = await vault.IsThereAsync(id, cancellation);
            if (isThere && await HashAsync(id, cancellation) == part.Sha256)
            {
                same++;
                continue;
            }

            if (isThere && !over)
            {
                kept++;
                continue;
            }

            await using var content = await BackupReader.OpenAsync(zip, part, cancellation);
            await vault.WriteAsync(id, stream => content.CopyToAsync(stream, cancellation), cancellation);
            _ = isThere ? replaced++ : added++;
        }

        return new RestoredPart("files", added, same, replaced, kept);
    }

    private async Task<string> HashAsync(FileId id, CancellationToken cancellation)
    {
        await using var content = await vault.OpenAsync(id, cancellation);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }
}
