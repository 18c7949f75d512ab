using Azure;
using Azure.Data.Tables;

namespace Collaborations.Storage;

/// <summary>
/// Many rows of many partitions, in few requests: those of one partition go together, as many as a batch takes, and some batches are on their way
/// at once. A batch that is refused because of one of its rows is written row by row, so that the other rows do not suffer from it.
/// </summary>
public static class RowBatches
{
    /// <summary>Rows a batch takes.</summary>
    public const int MostRows = 100;

    /// <summary>Characters of JSON a batch takes: with every character escaped it stays below the service's 4 MiB.</summary>
    public const int MostCharacters = 600_000;

    /// <summary>Requests on their way at once. More of them do not make one account faster, and others use it too.</summary>
    public const int AtOnce = 8;

    /// <summary>As many single reads take about as long as one page of a list.</summary>
    private const int ReadsOfAPage = 8;

    private const int PageRows = 1_000;

    /// <summary>Rows in the order in which they came, cut where a batch is full.</summary>
    /// <param name="rows">All of one partition.</param>
    /// <param name="lengthOf">Characters of a row's JSON.</param>
    public static IEnumerable<IReadOnlyList<T>> Cut<T>(IEnumerable<T> rows, Func<T, int> lengthOf)
    {
        var (batch, characters) = (new List<T>(), 0);
        foreach (var row in rows)
        {
            var length = lengthOf(row);
            if (batch.Count == MostRows || (batch.Count > 0 && characters + length > MostCharacters))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(row);
            characters += length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>Does something with each, some at once.</summary>
    public static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> use, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (item, stop) => await use(item, stop));

    /// <summary>Writes rows over whatever is there. Each is given its new version.</summary>
    public static Task PutAllAsync(this RecordTable table, IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        ForEachAsync(
            BatchesOf(rows),
            (batch, stop) => WriteAsync(
                table, batch, TableTransactionActionType.UpsertReplace, async row => row.ETag = await table.PutAsync(row, stop), stop),
            cancellation);

    /// <summary>Writes rows over those that have the versions they carry.</summary>
    /// <returns>Those whose version was another, or that were gone; they are as they were.</returns>
    public static async Task<IReadOnlyCollection<TableEntity>> ReplaceAllAsync(
        this RecordTable table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        var others = new List<TableEntity>();
        await ForEachAsync(
            BatchesOf(rows),
            (batch, stop) => WriteAsync(table, batch, TableTransactionActionType.UpdateReplace, row => ReplaceAsync(row, stop), stop),
            cancellation);
        return others;

        async Task ReplaceAsync(TableEntity row, CancellationToken stop)
        {
            if (await table.ReplaceAsync(row, row.ETag, stop) is null)
            {
                lock (others)
                {
                    others.Add(row);
                }
            }
        }
    }

    /// <summary>Takes out the rows that have the versions they carry; the others stay as they are.</summary>
    public static Task DeleteSameAsync(this RecordTable table, IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        ForEachAsync(
            BatchesOf(rows),
            (batch, stop) => WriteAsync(
                table, batch, TableTransactionActionType.Delete, row => table.DeleteAsync(row.PartitionKey, row.RowKey, row.ETag, stop), stop),
            cancellation);

    /// <summary>Takes rows out; one that is not there is out already.</summary>
    public static Task DeleteAllAsync(this RecordTable table, IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        ForEachAsync(
            BatchesOf(rows),
            (batch, stop) => WriteAsync(
                table, batch, TableTransactionActionType.Delete, row => table.DeleteAsync(row.PartitionKey, row.RowKey, ETag.All, stop), stop),
            cancellation);

    /// <summary>Writes rows that are to be new.</summary>
    /// <returns>Those that were there already; they are as they were.</returns>
    public static async Task<IReadOnlyCollection<TableEntity>> InsertAllAsync(
        this RecordTable table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        var there = new List<TableEntity>();
        await ForEachAsync(
            BatchesOf(rows),
            (batch, stop) => WriteAsync(table, batch, TableTransactionActionType.Add, row => InsertAsync(row, stop), stop),
            cancellation);
        return there;

        async Task InsertAsync(TableEntity row, CancellationToken stop)
        {
            if (await table.InsertAsync(row, stop) is null)
            {
                lock (there)
                {
                    there.Add(row);
                }
            }
        }
    }

    /// <summary>Rows of one partition by their keys: by pages of what lies between them, and one by one where too much of it is not asked for.</summary>
    /// <returns>Those that are there, by their keys.</returns>
    public static async Task<IReadOnlyDictionary<string, TableEntity>> FindAllAsync(
        this RecordTable table, string partition, IEnumerable<string> rows, CancellationToken cancellation)
    {
        var wanted = new SortedSet<string>(rows, StringComparer.Ordinal);
        var found = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        string? cursor = null;
        for (var pages = wanted.Count / ReadsOfAPage; pages > 0; pages--)
        {
            var page = await table.PageAsync(partition, wanted.Min, $"{wanted.Max}-", PageRows, cursor, cancellation);
            foreach (var row in page.Rows.Where(row => wanted.Contains(row.RowKey)))
            {
                found[row.RowKey] = row;
            }

            if (page.Cursor is null)
            {
                return found;
            }

            cursor = page.Cursor;
            if (page.Rows is [.., var last])
            {
                wanted.RemoveWhere(row => string.CompareOrdinal(row, last.RowKey) <= 0);
            }

            // Rows may follow the last one wanted, and between what is not there any more nothing can be asked for.
            if (wanted.Count == 0)
            {
                return found;
            }
        }

        await ForEachAsync(
            wanted,
            async (key, stop) =>
            {
                if (await table.FindAsync(partition, key, stop) is { } row)
                {
                    lock (found)
                    {
                        found[key] = row;
                    }
                }
            },
            cancellation);
        return found;
    }

    private static IEnumerable<IReadOnlyList<TableEntity>> BatchesOf(IEnumerable<TableEntity> rows) =>
        rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal).SelectMany(partition => Cut(partition, RecordRow.LengthOf));

    // What is written over anything, or is to be new, expects nothing; nor does a row that nobody has read.
    private static ETag ExpectedBy(TableEntity row, TableTransactionActionType type) =>
        type is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete && row.ETag != default ? row.ETag : ETag.All;

    private static async Task WriteAsync(
        RecordTable table,
        IReadOnlyList<TableEntity> batch,
        TableTransactionActionType type,
        Func<TableEntity, Task> one,
        CancellationToken cancellation)
    {
        if (batch.Count > 1
            && await table.BatchAsync(batch.Select(row => new TableTransactionAction(type, row, ExpectedBy(row, type))), cancellation) is { } versions)
        {
            foreach (var (row, version) in batch.Zip(versions))
            {
                row.ETag = version;
            }

            return;
        }

        foreach (var row in batch)
        {
            await one(row);
        }
    }
}
