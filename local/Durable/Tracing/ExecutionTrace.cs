using System.Diagnostics;

namespace Local.Durable.Tracing;

/// <summary>
/// Where one execution stands in a trace. Its span is told of when it ends, perhaps days and restarts later, but its activities name it before:
/// so its id is chosen at the start, and kept with the record.
/// </summary>
/// <param name="Parent">The W3C traceparent of whoever started it.</param>
/// <param name="Span">The id of its own span, 16 hexadecimal digits.</param>
/// <param name="Began">When the execution could begin.</param>
internal sealed record ExecutionTrace(string Parent, string Span, DateTimeOffset Began)
{
    /// <returns>Null where nobody traces who started it.</returns>
    public static ExecutionTrace? Begin(string? parent, DateTimeOffset at) =>
        parent is null ? null : new ExecutionTrace(parent, ActivitySpanId.CreateRandom().ToHexString(), at);

    /// <summary>Of the execution that continues this one: the same parent, a span of its own.</summary>
    public ExecutionTrace Next(DateTimeOffset at) => Begin(Parent, at)!;

    /// <returns>What is begun by the execution has this parent; the default where the record cannot be read.</returns>
    public ActivityContext AsParent() => ActivityContext.TryParse(Parent, null, out var parent)
        ? new ActivityContext(parent.TraceId, ActivitySpanId.CreateFromString(Span), parent.TraceFlags, isRemote: true)
        : default;

    /// <returns>The same as a W3C traceparent.</returns>
    public string AsTraceParent()
    {
        var context = AsParent();
        return $"00-{context.TraceId}-{context.SpanId}-{(int)context.TraceFlags:x2}";
    }
}
