using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Durable.History;

/// <summary>The stored form of what the engine keeps: UTF-8 JSON; of a history, one event a line.</summary>
internal static class HistorySerializer
{
    private const byte LineEnd = (byte)'\n';

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Append(IBufferWriter<byte> lines, HistoryEvent historyEvent)
    {
        using (var writer = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            JsonSerializer.Serialize(writer, historyEvent, Options);
        }

        lines.GetSpan(1)[0] = LineEnd;
        lines.Advance(1);
    }

    public static IEnumerable<HistoryEvent> Read(ReadOnlyMemory<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf(LineEnd);
            if (end < 0)
            {
                throw new InvalidDataException("A history ends in the middle of an event.");
            }

            yield return JsonSerializer.Deserialize<HistoryEvent>(lines.Span[..end], Options)
                ?? throw new InvalidDataException("A history has an event that is null.");
            lines = lines[(end + 1)..];
        }
    }

    /// <summary>The payload of an event, if it has one; no event has two.</summary>
    public static Payload? PayloadOf(HistoryEvent historyEvent) => historyEvent switch
    {
        ExecutionStarted started => started.Input,
        EventRaised raised => raised.Data,
        TaskCompleted completed => completed.Result,
        ChildCompleted completed => completed.Result,
        TaskScheduled scheduled => scheduled.Input,
        ChildScheduled scheduled => scheduled.Input,
        EventSent sent => sent.Data,
        _ => null,
    };
}
