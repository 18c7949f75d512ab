using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Collaborations.Storage;

/// <summary>
/// One table, for the store class that owns it: rows by key, writes under an ETag, batches of one partition, pages of one partition,
/// or of neighbours whose keys begin with a time. There is no way to ask it for a scan. The table is made when it is first needed.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The semaphore never allocates a wait handle, and lives as long as the process.")]
public sealed class RecordTable(TableServiceClient service, string name)
{
    private readonly TableClient _table = service.GetTableClient(name);
    private readonly SemaphoreSlim _making = new(1);
    private volatile bool _made;

    /// <returns>The row, or null.</returns>
    public async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <returns>The new version; null where the row is there already.</returns>
    public async Task<ETag?> InsertAsync(TableEntity entity, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        try
        {
            return (await _table.AddEntityAsync(entity, cancellation)).Headers.ETag;
        }
        catch (RequestFailedException conflict) when (conflict.Status == (int)HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    /// <summary>Replaces the whole row.</summary>
    /// <returns>The new version; null where the row is no longer the one that was read, or is gone.</returns>
    public async Task<ETag?> ReplaceAsync(TableEntity entity, ETag version, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        try
        {
            return (await _table.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancellation)).Headers.ETag;
        }
        catch (RequestFailedException lost) when (IsLostRace(lost))
        {
            return null;
        }
    }

    /// <summary>For rows on which nothing is decided, such as a cache of what another row says.</summary>
    /// <returns>The new version.</returns>
    public async Task<ETag> PutAsync(TableEntity entity, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        return (await _table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation)).Headers.ETag ?? default;
    }

    /// <returns>False where the row is no longer the one that was read; a row that is not there is deleted already.</returns>
    public async Task<bool> DeleteAsync(string partition, string row, ETag version, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        try
        {
            await _table.DeleteEntityAsync(partition, row, version, cancellation);
            return true;
        }
        catch (RequestFailedException lost) when (IsLostRace(lost))
        {
            return lost.Status == (int)HttpStatusCode.NotFound;
        }
    }

    /// <summary>All or nothing: at most 100 rows of one partition.</summary>
    /// <returns>The new versions in order; null where one of the rows was not as expected, and none was written.</returns>
    public async Task<IReadOnlyList<ETag>?> BatchAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        try
        {
            var answers = await _table.SubmitTransactionAsync(actions, cancellation);
            return [.. answers.Value.Select(answer => answer.Headers.ETag ?? default)];
        }
        catch (TableTransactionFailedException lost) when (IsLostRace(lost) || lost.Status == (int)HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    /// <summary>Rows of one partition in the order of their keys, from <paramref name="from"/> (included) to <paramref name="to"/> (excluded).</summary>
    /// <param name="partition">The partition; there is no list without one.</param>
    /// <param name="from">Null for the first row.</param>
    /// <param name="to">Null for no end.</param>
    /// <param name="cancellation">The client left.</param>
    public async IAsyncEnumerable<TableEntity> ListAsync(
        string partition, string? from, string? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        await foreach (var entity in _table.QueryAsync<TableEntity>(Filter(partition, from, to), cancellationToken: cancellation))
        {
            yield return entity;
        }
    }

    /// <summary>One page of <see cref="ListAsync"/>.</summary>
    /// <param name="partition">As there.</param>
    /// <param name="from">As there.</param>
    /// <param name="to">As there.</param>
    /// <param name="size">1 to 1,000 rows.</param>
    /// <param name="cursor">Of the page before; null for the first. One that was made up is refused by the store with 400.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<RecordPage<TableEntity>> PageAsync(
        string partition, string? from, string? to, int size, string? cursor, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        var pages = _table.QueryAsync<TableEntity>(Filter(partition, from, to), maxPerPage: size, cancellationToken: cancellation);
        await foreach (var page in pages.AsPages(cursor, size).WithCancellation(cancellation))
        {
            return new RecordPage<TableEntity>(page.Values, page.ContinuationToken);
        }

        return new RecordPage<TableEntity>([], null);
    }

    /// <summary>
    /// One page of whole partitions, in the order of their keys, for tables whose keys begin with a time: what is old stands together, and nothing
    /// that is younger is read.
    /// </summary>
    /// <param name="from">The first key, included.</param>
    /// <param name="to">The first key that is not among them.</param>
    /// <param name="size">1 to 1,000 rows.</param>
    /// <param name="cursor">As for <see cref="PageAsync"/>.</param>
    /// <param name="cancellation">The process ends.</param>
    public async Task<RecordPage<TableEntity>> PartitionsAsync(string from, string to, int size, string? cursor, CancellationToken cancellation)
    {
        await MakeAsync(cancellation);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, maxPerPage: size, cancellationToken: cancellation).AsPages(cursor, size).WithCancellation(cancellation))
        {
            return new RecordPage<TableEntity>(page.Values, page.ContinuationToken);
        }

        return new RecordPage<TableEntity>([], null);
    }

    /// <summary>Deletes every row of a partition, whatever its version, also where somebody else does the same. Cut off, the next time does the rest.</summary>
    public async Task DeletePartitionAsync(string partition, CancellationToken cancellation)
    {
        await foreach (var rows in ListAsync(partition, null, null, cancellation).Chunk(RowBatches.MostRows).WithCancellation(cancellation))
        {
            await this.DeleteAllAsync(rows, cancellation);
        }
    }

    private static string Filter(string partition, string? from, string? to) => (from, to) switch
    {
        (null, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
        (not null, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}"),
        (null, not null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {to}"),
        _ => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"),
    };

    private static bool IsLostRace(RequestFailedException failure) =>
        failure.Status is (int)HttpStatusCode.PreconditionFailed
        || (failure.Status == (int)HttpStatusCode.NotFound && failure.ErrorCode == TableErrorCode.ResourceNotFound);

    private async Task MakeAsync(CancellationToken cancellation)
    {
        if (_made)
        {
            return;
        }

        await _making.WaitAsync(cancellation);
        try
        {
            if (!_made)
            {
                await _table.CreateIfNotExistsAsync(cancellation);
                _made = true;
            }
        }
        finally
        {
            _making.Release();
        }
    }
}

/// <summary>Some rows and where the next begin; null where there are no more.</summary>
public sealed record RecordPage<T>(IReadOnlyList<T> Rows, string? Cursor);
