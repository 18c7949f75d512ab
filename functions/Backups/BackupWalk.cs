using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Collaborations.Audit;
using Collaborations.Storage;

namespace Collaborations.Backups;

/// <summary>Walks a practice's rows in the order of the plan.</summary>
internal sealed class BackupWalk(BackupTables tables, AuditStore audit, NamedIds named, string practice)
{
    private const string HeadRow = "head";
    private const string Thread = "thread";
    private const string Practice = "practice";

    private readonly HashSet<string> _threads = new(StringComparer.Ordinal);

    /// <summary>Files that have a row.</summary>
    public IList<string> Files { get; } = [];

    public async IAsyncEnumerable<TableEntity> RowsAsync(PlannedTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in FindAsync(table, cancellation))
        {
            named.Take(table.Name, row);
            if (table.Name == "Talks")
            {
                _threads.Add(row.PartitionKey);
            }
            else if (table.Name == "Files")
            {
                Files.Add(row.PartitionKey);
            }

            yield return row;
        }
    }

    private IAsyncEnumerable<TableEntity> FindAsync(PlannedTable table, CancellationToken cancellation) => table.Rows switch
    {
        RowsOf.Practice => tables.OfPracticeAsync(table.Name, practice, cancellation),
        RowsOf.Chain => ChainAsync(table, cancellation),
        _ => PartitionsAsync(table, cancellation),
    };

    // The head is read before the lines and comes after them: lines that are added meanwhile are not in it, and a chain that is brought back
    // has its head when it is whole.
    private async IAsyncEnumerable<TableEntity> ChainAsync(PlannedTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await audit.FindHeadAsync(practice, cancellation) is not { Record: var head })
        {
            yield break;
        }

        await foreach (var row in tables.OfPartitionAsync(table.Name, practice, cancellation))
        {
            if (row.RowKey != HeadRow && RecordRow.Read<ChainedLine>(row).Record.Sequence <= head.Sequence)
            {
                yield return row;
            }
        }

        yield return RecordRow.Of(practice, HeadRow, head);
    }

    private async IAsyncEnumerable<TableEntity> PartitionsAsync(PlannedTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var partition in named.For(table))
        {
            var rows = new List<TableEntity>();
            await foreach (var row in tables.OfPartitionAsync(table.Name, partition, cancellation))
            {
                if (table.Rows != RowsOf.PersonsList || IsAboutThis(row))
                {
                    rows.Add(row);
                }
            }

            // An id that somebody wrote into a record of theirs opens nobody else's.
            if (table.Rows == RowsOf.NamedAndOwned && !rows.Any(row => NamedIds.ValuesOf(row, Practice).Contains(practice, StringComparer.Ordinal)))
            {
                continue;
            }

            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private bool IsAboutThis(TableEntity row) =>
        NamedIds.ValuesOf(row, Practice).Contains(practice, StringComparer.Ordinal) || NamedIds.ValuesOf(row, Thread).Any(_threads.Contains);
}
