using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Collaborations.Storage;

namespace Collaborations.Backups;

/// <summary>
/// The tables of all stores, as a backup reads and writes them: the one place beside the store classes that knows rows, and nothing of what they
/// say. A practice's partitions are one key and a range of keys, so no table is read that is not asked for in part.
/// </summary>
public sealed class BackupTables(TableServiceClient service)
{
    public RecordTable Table(string name) => new(service, name);

    /// <summary>The rows of the partition of this key, and of those whose keys begin with it and a hyphen.</summary>
    public async IAsyncEnumerable<TableEntity> OfPracticeAsync(string table, string practice, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in OfPartitionAsync(table, practice, cancellation))
        {
            yield return row;
        }

        // A query of its own: with "or" between the two the service reads the table from its first row to its last. The full stop is the character after the hyphen.
        var (from, to) = ($"{practice}-", $"{practice}.");
        var range = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        await foreach (var row in service.GetTableClient(table).QueryAsync<TableEntity>(range, cancellationToken: cancellation))
        {
            yield return row;
        }
    }

    public IAsyncEnumerable<TableEntity> OfPartitionAsync(string table, string partition, CancellationToken cancellation) =>
        Table(table).ListAsync(partition, from: null, to: null, cancellation);
}
