using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Azure.Data.Tables;
using Collaborations.Storage;

namespace Collaborations.Backups;

/// <summary>
/// Accounts of a backup that stay away. Whoever closed theirs is not made somebody again by a restore: an account that is not in the store comes back
/// only where its last day is not over and a row names it as the rows stand after the restore. Rows that a closed account leaves behind do not count.
/// </summary>
public sealed class ClosedAccounts(BackupTables tables, TimeProvider clock)
{
    private const string Account = "account";
    private const string Talk = "talk";
    private const string LeftAt = "leftAt";

    /// <param name="zip">The backup.</param>
    /// <param name="manifest">Its own.</param>
    /// <param name="over">Whether rows will be as in the backup.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>The ids.</returns>
    public async Task<IReadOnlySet<string>> FindAsync(ZipArchive zip, BackupManifest manifest, bool over, CancellationToken cancellation)
    {
        var (closed, absent) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var line in BackupReader.RowsAsync(zip, manifest, "Accounts", cancellation))
        {
            if (await tables.Table("Accounts").FindAsync(line.P, line.R, cancellation) is null)
            {
                var isClosed = RecordRow.Read<LastDay>(line.Row()).Record.ClosesAt <= clock.GetUtcNow();
                (isClosed ? closed : absent).Add(line.P);
            }
        }

        // The practice's own row is the last of a restore: where it is not there, what is there is of this backup.
        var stands = over || !await IsThereAsync(zip, manifest, cancellation);
        foreach (var table in (string[])["Members", "Patients", "Talks", "Collaborations"])
        {
            await foreach (var line in BackupReader.RowsAsync(zip, manifest, table, cancellation))
            {
                if (absent.Count > 0 && Names(table, line.Row()).Any(absent.Contains))
                {
                    absent.ExceptWith(stands ? Names(table, line.Row()) : await NamesNowAsync(table, line, cancellation));
                }
            }
        }

        closed.UnionWith(absent);
        return closed;
    }

    private static IEnumerable<string> Names(string table, TableEntity row) =>
        table == "Talks" && (row.RowKey != Talk || NamedIds.ValuesOf(row, LeftAt).Any()) ? [] : NamedIds.ValuesOf(row, Account);

    // A collaboration goes on naming somebody who closed their account, so that one that is there says nothing.
    private async Task<IEnumerable<string>> NamesNowAsync(string table, BackupLine line, CancellationToken cancellation) =>
        await tables.Table(table).FindAsync(line.P, line.R, cancellation) is { } there
            ? table == "Collaborations" ? [] : Names(table, there)
            : Names(table, line.Row());

    private async Task<bool> IsThereAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellation)
    {
        await foreach (var line in BackupReader.RowsAsync(zip, manifest, "Practices", cancellation))
        {
            if (await tables.Table("Practices").FindAsync(line.P, line.R, cancellation) is not null)
            {
                return true;
            }
        }

        return false;
    }

    [SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Read from a row.")]
    private sealed record LastDay(DateTimeOffset? ClosesAt);
}
