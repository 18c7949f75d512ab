using System.IO.Compression;
using Collaborations.Audit;
using Collaborations.Security;

namespace Collaborations.Backups;

/// <summary>The keys of a row.</summary>
public sealed record RowKeys(string Partition, string Row);

/// <summary>What a practice has and a backup lacks: it came since.</summary>
public sealed class NewerRows(BackupTables tables, AuditStore audit, KeyedDigests digests)
{
    /// <param name="zip">The backup.</param>
    /// <param name="manifest">Its own.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>By table. None of the audit, nor of what the practice shares with others.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<RowKeys>>> FindAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellation)
    {
        var found = new Dictionary<string, IReadOnlyList<RowKeys>>(StringComparer.Ordinal);
        var walk = new BackupWalk(tables, audit, new NamedIds(digests), manifest.Practice);
        foreach (var table in BackupPlan.Tables.Where(table => table.Rows is not (RowsOf.LeftOut or RowsOf.Chain)))
        {
            var known = new HashSet<RowKeys>();
            await foreach (var line in BackupReader.RowsAsync(zip, manifest, table.Name, cancellation))
            {
                known.Add(new RowKeys(line.P, line.R));
            }

            var newer = new List<RowKeys>();
            await foreach (var row in walk.RowsAsync(table, cancellation))
            {
                if (table.Rows != RowsOf.SharedPerson && !known.Contains(new RowKeys(row.PartitionKey, row.RowKey)))
                {
                    newer.Add(new RowKeys(row.PartitionKey, row.RowKey));
                }
            }

            found[table.Name] = newer;
        }

        return found;
    }
}
