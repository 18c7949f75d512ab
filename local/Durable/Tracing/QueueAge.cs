using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Local.Durable.Tracing;

/// <summary>How long work lay there before it was taken: what grows when the engine cannot keep up.</summary>
internal static class QueueAge
{
    public const string MeterName = "Local.Durable";

    private const string Kind = "kind";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Ages = Meter.CreateHistogram<double>(
        "durable.queue.age", "s", "From the moment when work was due to the moment when it was taken");

    /// <param name="scheduled">From <see cref="Stopwatch.GetTimestamp"/>, when the commit let it begin.</param>
    public static void ActivityTaken(long scheduled) =>
        Ages.Record(Stopwatch.GetElapsedTime(scheduled).TotalSeconds, new KeyValuePair<string, object?>(Kind, "activity"));

    public static void TimerTaken(TimeSpan late) => Ages.Record(late.TotalSeconds, new KeyValuePair<string, object?>(Kind, "timer"));
}
