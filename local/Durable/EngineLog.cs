using Microsoft.Extensions.Logging;

namespace Local.Durable;

/// <summary>What the engine logs: ids, names and counts, never an input, an output or an event.</summary>
internal sealed partial class EngineLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Information, "Task hub {TaskHub} taken.")]
    public partial void Started(string taskHub);

    [LoggerMessage(2, LogLevel.Information, "Task hub {TaskHub} released.")]
    public partial void Stopped(string taskHub);

    [LoggerMessage(3, LogLevel.Information, "{Live} live instances found, {Working} of them with work to do.")]
    public partial void Recovered(int live, int working);

    [LoggerMessage(4, LogLevel.Critical, "The durable engine gives up.")]
    public partial void Faulted(Exception failure);

    [LoggerMessage(5, LogLevel.Error, "A step of instance {InstanceId} could not be taken.")]
    public partial void StepFailed(Exception failure, string instanceId);

    [LoggerMessage(6, LogLevel.Warning, "Instance {InstanceId} of {Orchestration} failed: {ErrorType}.")]
    public partial void OrchestrationFailed(string instanceId, string orchestration, string errorType);

    [LoggerMessage(7, LogLevel.Warning, "Instance {InstanceId} waits for an application that may run it: {Reason}")]
    public partial void VersionRejected(string instanceId, string reason);

    [LoggerMessage(8, LogLevel.Warning, "Activity {Activity} (task {TaskId}) of instance {InstanceId} failed.")]
    public partial void ActivityFailed(Exception failure, string instanceId, string activity, int taskId);

    [LoggerMessage(9, LogLevel.Information, "Activity {Activity} (task {TaskId}) of instance {InstanceId} was interrupted by the stop; it runs again at the next start.")]
    public partial void ActivityInterrupted(string instanceId, string activity, int taskId);

    [LoggerMessage(10, LogLevel.Warning, "The result of activity {Activity} (task {TaskId}) of instance {InstanceId} could not be stored; it runs again at the next start.")]
    public partial void ActivityResultLost(Exception failure, string instanceId, string activity, int taskId);

    [LoggerMessage(11, LogLevel.Information, "The engine was stopped before everything unfinished had been taken up; the next start does.")]
    public partial void RecoveryInterrupted(Exception failure);

    [LoggerMessage(12, LogLevel.Warning, "The lease on task hub {TaskHub} could not be renewed; it is tried again.")]
    public partial void RenewalFailed(Exception failure, string taskHub);

    [LoggerMessage(13, LogLevel.Warning, "The holder of task hub {TaskHub}, {Holder}, is gone; its lease is broken.")]
    public partial void BreakingLease(string taskHub, string holder);

    [LoggerMessage(14, LogLevel.Warning, "{Busy} did not end within the time for stopping.")]
    public partial void StopTimedOut(string busy);

    [LoggerMessage(15, LogLevel.Debug, "The lease on task hub {TaskHub} had ended before it was broken: {ErrorCode}.")]
    public partial void LeaseEndedItself(string taskHub, string? errorCode);

    [LoggerMessage(16, LogLevel.Warning, "The lease on task hub {TaskHub} could not be released; it runs out by itself.")]
    public partial void ReleaseFailed(Exception failure, string taskHub);

    [LoggerMessage(17, LogLevel.Information, "{Count} instances that had ended long ago were purged.")]
    public partial void Purged(int count);

    [LoggerMessage(18, LogLevel.Warning, "Instances that had ended long ago could not all be purged; it is tried again in a day.")]
    public partial void PurgeInterrupted(Exception failure);
}
