using System.Diagnostics;
using System.Runtime.CompilerServices;
using Local.Durable.History;
using Local.Durable.Instances;

namespace Local.Durable.Tracing;

/// <summary>
/// Spans as Durable Task's distributed tracing has them (microsoft/durabletask-dotnet, src/Shared/Grpc/Tracing): source, names, kinds and tags. Names and ids
/// only: no input, output, event or error message. While nobody listens nothing is made and nothing is stored.
/// </summary>
internal static class EngineTrace
{
    public const string SourceName = "Microsoft.DurableTask";

    private const string Orchestration = "orchestration";
    private const string TaskType = "durabletask.type";
    private const string TaskName = "durabletask.task.name";
    private const string TaskVersion = "durabletask.task.version";
    private const string InstanceId = "durabletask.task.instance_id";
    private const string TaskId = "durabletask.task.task_id";
    private const string TaskStatus = "durabletask.task.status";
    private const string EventTarget = "durabletask.event.target_instance_id";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A client asks for a new instance.</summary>
    public static Activity? Creates(string name, string version, string instanceId) => !Source.HasListeners()
        ? null
        : Describe(Source.StartActivity(SpanName("create_orchestration", name, version), ActivityKind.Producer), Orchestration, name, version, instanceId);

    /// <summary>A client raises an event.</summary>
    public static Activity? Raises(string name, string instanceId) => !Source.HasListeners()
        ? null
        : Source.StartActivity(SpanName("orchestration_event", name, null), ActivityKind.Producer)
            ?.SetTag(TaskType, "event").SetTag(TaskName, name).SetTag(EventTarget, instanceId);

    /// <summary>An attempt at an activity begins. It belongs to its orchestration's trace, whatever runs on this thread.</summary>
    public static Activity? Runs(ExecutionTrace? trace, string instanceId, TaskScheduled task) => trace is null || !Source.HasListeners()
        ? null
        : Describe(
            Source.StartActivity(SpanName("activity", task.Name, task.Version), ActivityKind.Server, trace.AsParent()), "activity", task.Name, task.Version, instanceId)
            ?.SetTag(TaskId, task.Id);

    public static void Failed(Activity? activity, Failure failure) => activity?.SetTag("error.type", failure.Type).SetStatus(ActivityStatusCode.Error);

    /// <summary>
    /// An execution is about to be stored as ended: its span is told of, from its beginning. A step that has to be taken again tells of it again, under the
    /// same id.
    /// </summary>
    /// <param name="state">As it ends.</param>
    /// <param name="status">The status with which it ends, or "ContinuedAsNew".</param>
    /// <param name="at">When.</param>
    public static void Ended(InstanceState state, string status, DateTimeOffset at)
    {
        if (state.Trace is not { } trace || !Source.HasListeners() || !ActivityContext.TryParse(trace.Parent, null, out var parent))
        {
            return;
        }

        using var span = Source.StartActivity(SpanName(Orchestration, state.Name, state.Version), ActivityKind.Server, parent, startTime: trace.Began);
        if (span is null)
        {
            return;
        }

        // Activity takes no id from outside; the library that this follows sets the same field, for the same reason.
        SpanIdOf(span) = trace.Span;
        Describe(span, Orchestration, state.Name, state.Version, state.InstanceId)!.SetTag(TaskStatus, status);
        if (state.Failure is not null)
        {
            span.SetTag("error.type", state.Failure.Type).SetStatus(ActivityStatusCode.Error);
        }

        span.SetEndTime(at.UtcDateTime);
    }

    private static Activity? Describe(Activity? activity, string type, string name, string version, string instanceId)
    {
        activity?.SetTag(TaskType, type).SetTag(TaskName, name).SetTag(InstanceId, instanceId);
        return string.IsNullOrEmpty(version) ? activity : activity?.SetTag(TaskVersion, version);
    }

    private static string SpanName(string what, string name, string? version) => string.IsNullOrEmpty(version) ? $"{what}:{name}" : $"{what}:{name}@({version})";

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanIdOf(Activity activity);
}
