using System.IO.Compression;
using System.Security.Cryptography;
using Azure;
using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Backups;

/// <param name="Parts">The files, and each table.</param>
/// <param name="StayedAway">Ids of accounts that were closed.</param>
public sealed record Restored(IReadOnlyList<RestoredPart> Parts, IReadOnlySet<string> StayedAway);

/// <summary>
/// Brings a practice back. Cut off anywhere, it is begun anew and does the rest: files first, and the practice's own row last, so that nobody is
/// let into half a practice. What a person shares with other practices is brought back only where there is none, and a chain of the audit that
/// went on is left alone, because its newer lines are in no backup.
/// </summary>
public sealed class BackupRestorer(BackupTables tables, ClosedAccounts accounts, NewerRows newerRows, AuditStore audit, FileVault vault)
{
    private const int AtOnce = 8;

    /// <param name="zip">The backup, which <see cref="BackupReader.VerifyAsync"/> has found whole.</param>
    /// <param name="manifest">Its own.</param>
    /// <param name="wish">How.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    public async Task<Restored> RestoreAsync(ZipArchive zip, BackupManifest manifest, RestoreWish wish, CancellationToken cancellation)
    {
        var closed = await accounts.FindAsync(zip, manifest, wish.Over, cancellation);
        var newer = wish.Over ? await newerRows.FindAsync(zip, manifest, cancellation) : null;
        var parts = new List<RestoredPart> { await FilesAsync(zip, manifest, wish, cancellation) };
        foreach (var part in manifest.Parts.Reverse())
        {
            if (part.Table() is { } name)
            {
                var table = BackupPlan.Tables.Single(each => each.Name == name);
                var restored = new RestoredPart(name);
                parts.Add(restored);
                await (table.Rows == RowsOf.Chain
                    ? ChainAsync(zip, manifest, part, wish, restored, cancellation)
                    : RowsAsync(zip, part, closed, wish with { Over = wish.Over && table.Rows != RowsOf.SharedPerson }, restored, cancellation));
                await DeleteAsync(newer?.GetValueOrDefault(name) ?? [], wish, restored, cancellation);
            }
        }

        return new Restored(parts, closed);
    }

    private async Task RowsAsync(
        ZipArchive zip, BackupPart part, IReadOnlySet<string> closed, RestoreWish wish, RestoredPart restored, CancellationToken cancellation)
    {
        var table = tables.Table(restored.Name);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            BackupReader.RowsAsync(zip, part, cancellation),
            limits,
            async (line, stop) => restored.Count(IsOf(closed, restored.Name, line) ? RestoreOutcome.Closed : await RowAsync(table, line, wish, stop)));
    }

    private static bool IsOf(IReadOnlySet<string> closed, string table, BackupLine line) => table switch
    {
        "Accounts" or "Affiliations" or "Inboxes" => closed.Contains(line.P),
        "AccountEmails" => NamedIds.ValuesOf(line.Row(), "account").Any(closed.Contains),
        _ => false,
    };

    private static async Task<RestoreOutcome> RowAsync(RecordTable table, BackupLine line, RestoreWish wish, CancellationToken cancellation)
    {
        var row = line.Row();
        if (!wish.Check && await table.InsertAsync(row, cancellation) is not null)
        {
            return RestoreOutcome.Added;
        }

        var there = await table.FindAsync(line.P, line.R, cancellation);
        if (there is null && wish.Check)
        {
            return RestoreOutcome.Added;
        }

        if (there is not null && RecordRow.Same(there, row))
        {
            return RestoreOutcome.Same;
        }

        if (wish is { Over: true, Check: false })
        {
            await table.PutAsync(row, cancellation);
        }

        return wish.Over ? RestoreOutcome.Replaced : RestoreOutcome.Kept;
    }

    // Its head is the last row of the backup: a chain without one was cut off while it was brought back, and is finished.
    private async Task ChainAsync(
        ZipArchive zip, BackupManifest manifest, BackupPart part, RestoreWish wish, RestoredPart restored, CancellationToken cancellation)
    {
        if (await audit.FindHeadAsync(manifest.Practice, cancellation) is not null)
        {
            restored.Count(RestoreOutcome.Kept, part.Count);
            return;
        }

        var table = tables.Table(restored.Name);
        await foreach (var line in BackupReader.RowsAsync(zip, part, cancellation))
        {
            restored.Count(await RowAsync(table, line, wish with { Over = false }, cancellation));
        }
    }

    private async Task DeleteAsync(IReadOnlyList<RowKeys> rows, RestoreWish wish, RestoredPart restored, CancellationToken cancellation)
    {
        var table = tables.Table(restored.Name);
        foreach (var (partition, row) in rows)
        {
            if (!wish.Check)
            {
                // The content before the row that names it: cut off between the two, the row is found again.
                if (restored.Name == "Files" && Identifier.TryParse<FileId>(partition) is { } file)
                {
                    await vault.DeleteAsync(file, cancellation);
                }

                await table.DeleteAsync(partition, row, ETag.All, cancellation);
            }

            restored.Count(RestoreOutcome.Deleted);
        }
    }

    private async Task<RestoredPart> FilesAsync(ZipArchive zip, BackupManifest manifest, RestoreWish wish, CancellationToken cancellation)
    {
        var restored = new RestoredPart("files");
        if (!wish.Check)
        {
            await vault.PrepareAsync(cancellation);
        }

        foreach (var part in manifest.Parts.Where(part => part.File() is not null))
        {
            var id = Identifier.Parse<FileId>(part.File()!);
            var isThere = await vault.IsThereAsync(id, cancellation);
            var outcome = !isThere ? RestoreOutcome.Added : await HashAsync(id, cancellation) == part.Sha256 ? RestoreOutcome.Same : wish.Over ? RestoreOutcome.Replaced : RestoreOutcome.Kept;
            if (outcome is RestoreOutcome.Added or RestoreOutcome.Replaced && !wish.Check)
            {
                await using var content = await BackupReader.OpenAsync(zip, part, cancellation);
                await vault.WriteAsync(id, stream => content.CopyToAsync(stream, cancellation), cancellation);
            }

            restored.Count(outcome);
        }

        return restored;
    }

    private async Task<string> HashAsync(FileId id, CancellationToken cancellation)
    {
        await using var content = await vault.OpenAsync(id, cancellation);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }
}
