using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Local.Durable.History;
using Local.Durable.Instances;

namespace Local.Durable.Storage;

/// <summary>
/// The records of instances. <see cref="CommitAsync"/> is the one place where anything becomes true: blobs are written before it, effects happen
/// after it, and it is one conditional write.
/// </summary>
internal sealed class InstanceStore : IDisposable
{
    // A record holds 1 MiB at most, of which the tail, the header and the ids of received messages need the rest.
    private const int InlineOutboxBytes = 256 * 1024;

    // Between the read of a record and of its blobs an instance can begin anew; that it does so each time means it is damaged.
    private const int MostHeaderReads = 5;

    private readonly TableClient _table;

    public InstanceStore(TableClient table, BlobContainerClient container, DurableOptions options)
    {
        _table = table;
        Calls = new StoreCalls(options);
        Blobs = new BlobFolder(container, Calls);
    }

    public BlobFolder Blobs { get; }

    public StoreCalls Calls { get; }

    /// <summary>Names this run of the engine in every record it writes.</summary>
    public string Session { get; } = Guid.NewGuid().ToString("N");

    public void Dispose() => Calls.Dispose();

    public async Task CreateAsync()
    {
        await Calls.RunAsync(token => _table.CreateIfNotExistsAsync(token));
        await Blobs.CreateAsync();
    }

    /// <summary>Everything of one instance; null when there is none.</summary>
    public async Task<InstanceState?> LoadAsync(string instanceId)
    {
        var record = await FindAsync(instanceId, null);
        if (record is null)
        {
            return null;
        }

        var state = RecordMapper.ToState(record);
        var hashes = RecordMapper.ChunksOf(record);
        var lines = await Task.WhenAll(hashes.Select(async (hash, number) =>
            (ReadOnlyMemory<byte>)await ReadChunkAsync(BlobFolder.ChunkName(instanceId, state.ExecutionId, number, hash), hash)));
        state.History = InstanceHistory.Load(hashes, lines, RecordMapper.TailOf(record));
        state.Outbox.AddRange(await ReadOutboxAsync(record));
        await ReadPayloadsAsync([.. PayloadsOf(state, state.History.Events)]);
        return state;
    }

    /// <summary>What queries show; the payloads of blobs are read only when asked for.</summary>
    public async Task<InstanceState?> LoadHeaderAsync(string instanceId, bool withPayloads)
    {
        for (var reads = 1; ; reads++)
        {
            if (await FindAsync(instanceId, Columns.Header) is not { } record)
            {
                return null;
            }

            var state = RecordMapper.ToState(record);
            if (!withPayloads || await TryReadHeaderPayloadsAsync(state, isLast: reads == MostHeaderReads))
            {
                return state;
            }
        }
    }

    /// <summary>Reads what stands in blobs. False when one is gone: the instance has been purged, or begun anew, since its record was read.</summary>
    public async Task<bool> TryReadHeaderPayloadsAsync(InstanceState state, bool isLast = false)
    {
        try
        {
            await ReadPayloadsAsync([.. new[] { state.Input, state.Output, state.CustomStatus }.OfType<Payload>()]);
            return true;
        }
        catch (InvalidDataException) when (!isLast)
        {
            return false;
        }
    }

    /// <summary>Makes the state, with all that was appended to its history, the stored one, or nothing of it.</summary>
    /// <param name="state">The state; its ETag is that of the record it was read from.</param>
    /// <param name="isPresumed">True when nobody has looked whether there is a record already.</param>
    /// <exception cref="RecordExistsException">There is a record, and it was only presumed that there is none.</exception>
    /// <exception cref="DurableEngineException">Another process wrote the record, or the store does not answer.</exception>
    /// <exception cref="OperationCanceledException">The engine was cut off.</exception>
    public async Task CommitAsync(InstanceState state, bool isPresumed = false)
    {
        await WritePayloadsAsync(state);
        if (state.History.Store() is { } lines)
        {
            var hash = BlobFolder.Hash(lines);
            await Blobs.WriteAsync(BlobFolder.ChunkName(state.InstanceId, state.ExecutionId, state.History.Chunks.Count, hash), lines);
            state.History.Seal(hash);
            state.HasBlobs = true;
        }

        var commitId = Guid.NewGuid().ToString("N");
        var outbox = state.Outbox.Count == 0 ? [] : RecordMapper.OutboxBytes(state);
        var outboxBlob = outbox.Length > InlineOutboxBytes ? await WriteOutboxBlobAsync(state, outbox) : null;
        var record = RecordMapper.ToRecord(state, Session, commitId);
        SetOutbox(record, outbox, outboxBlob);
        state.ETag = await WriteAsync(record, state.ETag, commitId, isPresumed);
    }

    /// <summary>
    /// Removes what stands beside the record, then the record. A kill in between leaves an ended instance without content, which the next purge removes.
    /// </summary>
    public async Task DeleteAsync(InstanceState state)
    {
        if (state.HasBlobs)
        {
            state.History = new InstanceHistory();
            (state.Input, state.Output, state.CustomStatus) = (null, null, null);
            await CommitAsync(state);
        }

        // Also blobs of steps that were cut before their commit: no record ever named them.
        await Blobs.DeleteAllAsync(state.InstanceId);
        await Calls.RunAsync(token => _table.DeleteEntityAsync(
            InstanceKey.PartitionOf(state.InstanceId), InstanceKey.Encode(state.InstanceId), state.ETag!.Value, token));
    }

    /// <summary>One page of records of one partition, in the order of their keys.</summary>
    public Task<IReadOnlyList<TableEntity>> QueryAsync(string filter, string[] columns, int most) => Calls.RunAsync(async token =>
    {
        var found = new List<TableEntity>();
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, most, columns, token).AsPages())
        {
            found.AddRange(page.Values);
            if (found.Count >= most)
            {
                break;
            }
        }

        return (IReadOnlyList<TableEntity>)found;
    });

    private async Task<ETag> WriteAsync(TableEntity record, ETag? expected, string commitId, bool isPresumed)
    {
        var retries = Calls.NewRetries();
        while (true)
        {
            Calls.Cut.ThrowIfCancellationRequested();
            try
            {
                var response = expected is { } etag
                    ? await _table.UpdateEntityAsync(record, etag, TableUpdateMode.Replace, Calls.Cut)
                    : await _table.AddEntityAsync(record, Calls.Cut);
                return response.Headers.ETag ?? throw new DurableEngineException("The store gave no ETag for a record it wrote.");
            }
            catch (Exception failure) when (Calls.MayPass(failure) || IsConflict(failure))
            {
                // Either the write did not happen, or it did and its answer was lost (a repeat by the pipeline then meets its own work), or
                // another process wrote. The record itself says which.
                var current = await FindAsync(record.PartitionKey, record.RowKey, [Columns.Commit]);
                if (current?.GetString(Columns.Commit) == commitId)
                {
                    return current.ETag;
                }

                if (current is not null && isPresumed)
                {
                    throw new RecordExistsException();
                }

                if (current?.ETag != expected)
                {
                    throw new DurableEngineException(
                        $"Another process wrote the instance in {record.PartitionKey}/{record.RowKey}: this engine no longer owns its task hub.", failure);
                }

                await retries.PauseAsync(failure, Calls.Cut);
            }
        }
    }

    private static bool IsConflict(Exception failure) => failure is RequestFailedException { Status: 404 or 409 or 412 };

    private async Task<string> WriteOutboxBlobAsync(InstanceState state, byte[] outbox)
    {
        var name = BlobFolder.OutboxName(state.InstanceId, outbox);
        await Blobs.WriteAsync(name, outbox);
        state.HasBlobs = true;
        return name;
    }

    private static void SetOutbox(TableEntity record, byte[] outbox, string? blob)
    {
        if (blob is null)
        {
            LongProperty.Write(record, Columns.Outbox, outbox);
        }
        else
        {
            record[Columns.OutboxBlob] = blob;
        }
    }

    private async Task<List<OutboxMessage>> ReadOutboxAsync(TableEntity record)
    {
        var bytes = record.GetString(Columns.OutboxBlob) is { } blob
            ? await Blobs.ReadAsync(blob)
            : LongProperty.Read(record, Columns.Outbox);
        return bytes.IsEmpty ? [] : RecordMapper.ReadOutbox(bytes.Span);
    }

    private async Task WritePayloadsAsync(InstanceState state)
    {
        var large = PayloadsOf(state, state.History.Unstored).Where(payload => payload.NeedsBlob).Distinct().ToList();
        await Task.WhenAll(large.Select(async payload =>
        {
            var name = BlobFolder.PayloadName(state.InstanceId, payload.Text);
            await Blobs.WriteAsync(name, Encoding.UTF8.GetBytes(payload.Text));
            payload.WrittenTo(name);
        }));
        state.HasBlobs |= large.Count > 0;
    }

    private async Task ReadPayloadsAsync(IReadOnlyList<Payload> payloads) =>
        await Task.WhenAll(payloads.Where(payload => !payload.IsRead).Distinct().Select(async payload =>
            payload.Read(Encoding.UTF8.GetString(await Blobs.ReadAsync(payload.Blob!)))));

    private async Task<byte[]> ReadChunkAsync(string name, string hash)
    {
        var lines = await Blobs.ReadAsync(name);
        return BlobFolder.Hash(lines) == hash
            ? lines
            : throw new InvalidDataException($"The chunk of history {name} is not what was written.");
    }

    /// <summary>The blobs a state names, its chunks of history apart.</summary>
    public static IEnumerable<string> PayloadBlobsOf(InstanceState state) =>
        PayloadsOf(state, state.History.Events).Select(payload => payload.Blob).OfType<string>();

    private static IEnumerable<Payload> PayloadsOf(InstanceState state, IEnumerable<HistoryEvent> events)
    {
        var ofHeader = new[] { state.Input, state.Output, state.CustomStatus };
        var ofOutbox = state.Outbox.Select(message => message switch
        {
            StartChild start => start.Input,
            ChildEnded ended => ended.Result,
            SentEvent sent => sent.Data,
            TerminateChild terminate => terminate.Output,
            _ => null,
        });
        return ofHeader.Concat(ofOutbox).Concat(events.Select(HistorySerializer.PayloadOf)).OfType<Payload>();
    }

    // An id that no instance can have is that of none.
    private async Task<TableEntity?> FindAsync(string instanceId, string[]? columns) => InstanceKey.IsLegal(instanceId)
        ? await FindAsync(InstanceKey.PartitionOf(instanceId), InstanceKey.Encode(instanceId), columns)
        : null;

    private Task<TableEntity?> FindAsync(string partition, string row, string[]? columns) => Calls.RunAsync(async token =>
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, columns, token);
        return found.HasValue ? found.Value : null;
    });
}
