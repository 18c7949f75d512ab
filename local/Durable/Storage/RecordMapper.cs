using System.Text.Json;
using Azure.Data.Tables;
using Local.Durable.History;
using Local.Durable.Instances;
using Local.Durable.Tracing;

namespace Local.Durable.Storage;

/// <summary>An instance as a table entity, and back.</summary>
internal static class RecordMapper
{
    public static TableEntity ToRecord(InstanceState state, string session, string commitId)
    {
        var record = new TableEntity(InstanceKey.PartitionOf(state.InstanceId), InstanceKey.Encode(state.InstanceId))
        {
            [Columns.InstanceId] = state.InstanceId,
            [Columns.Name] = state.Name,
            [Columns.Version] = state.Version,
            [Columns.Execution] = state.ExecutionId,
            [Columns.Status] = state.Status.ToString(),
            [Columns.Created] = state.CreatedAt,
            [Columns.Updated] = state.UpdatedAt,
            [Columns.HasBlobs] = state.HasBlobs,
            [Columns.Live] = !state.Status.HasEnded() || state.Outbox.Count > 0,
            [Columns.Work] = state.HasWork,
            [Columns.Session] = session,
            [Columns.Commit] = commitId,
        };
        Set(record, Columns.StartAt, state.StartAt);
        Set(record, Columns.NextDue, state.NextDue);
        Set(record, Columns.Chunks, state.History.Chunks.Count == 0 ? null : string.Join(',', state.History.Chunks));
        Set(record, Columns.Tags, state.Tags.Count == 0 ? null : Json(state.Tags));
        Set(record, Columns.Trace, state.Trace is null ? null : Json(state.Trace));
        Set(record, Columns.Parent, state.Parent is null ? null : Json(state.Parent));
        Set(record, Columns.Input, state.Input is null ? null : Json(state.Input));
        Set(record, Columns.Output, state.Output is null ? null : Json(state.Output));
        Set(record, Columns.CustomStatus, state.CustomStatus is null ? null : Json(state.CustomStatus));
        LongProperty.Write(record, Columns.Tail, state.History.Tail.Span);
        if (state.Failure is not null)
        {
            LongProperty.Write(record, Columns.Failure, JsonSerializer.SerializeToUtf8Bytes(state.Failure, HistorySerializer.Options));
        }

        if (state.Seen.Count > 0)
        {
            LongProperty.Write(record, Columns.Seen, JsonSerializer.SerializeToUtf8Bytes(state.Seen, HistorySerializer.Options));
        }

        return record;
    }

    /// <summary>The state without its history and outbox; payloads in blobs are not read.</summary>
    public static InstanceState ToState(TableEntity record) => new()
    {
        InstanceId = record.GetString(Columns.InstanceId)!,
        Name = record.GetString(Columns.Name)!,
        Version = record.GetString(Columns.Version)!,
        ExecutionId = record.GetString(Columns.Execution)!,
        Status = Enum.Parse<InstanceStatus>(record.GetString(Columns.Status)!),
        CreatedAt = record.GetDateTimeOffset(Columns.Created)!.Value,
        UpdatedAt = record.GetDateTimeOffset(Columns.Updated)!.Value,
        StartAt = record.GetDateTimeOffset(Columns.StartAt),
        Parent = Read<ParentLink>(record, Columns.Parent),
        Trace = Read<ExecutionTrace>(record, Columns.Trace),
        Tags = Read<Dictionary<string, string>>(record, Columns.Tags) ?? [],
        Failure = ReadLong<Failure>(record, Columns.Failure),
        Input = Read<Payload>(record, Columns.Input),
        Output = Read<Payload>(record, Columns.Output),
        CustomStatus = Read<Payload>(record, Columns.CustomStatus),
        HasBlobs = record.GetBoolean(Columns.HasBlobs) ?? false,
        Seen = ReadLong<HashSet<string>>(record, Columns.Seen) ?? [],
        ETag = record.ETag,
    };

    public static string[] ChunksOf(TableEntity record) =>
        record.GetString(Columns.Chunks) is { } chunks ? chunks.Split(',') : [];

    public static ReadOnlyMemory<byte> TailOf(TableEntity record) => LongProperty.Read(record, Columns.Tail);

    public static byte[] OutboxBytes(InstanceState state) => JsonSerializer.SerializeToUtf8Bytes(state.Outbox, HistorySerializer.Options);

    public static List<OutboxMessage> ReadOutbox(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<List<OutboxMessage>>(bytes, HistorySerializer.Options) ?? [];

    private static void Set(TableEntity record, string column, object? value)
    {
        if (value is not null)
        {
            record[column] = value;
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, HistorySerializer.Options);

    private static T? Read<T>(TableEntity record, string column)
        where T : class =>
        record.GetString(column) is { } json ? JsonSerializer.Deserialize<T>(json, HistorySerializer.Options) : null;

    private static T? ReadLong<T>(TableEntity record, string column)
        where T : class
    {
        var bytes = LongProperty.Read(record, column);
        return bytes.IsEmpty ? null : JsonSerializer.Deserialize<T>(bytes.Span, HistorySerializer.Options);
    }
}
