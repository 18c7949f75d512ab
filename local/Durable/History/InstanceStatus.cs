using System.Text.Json.Serialization;
using Microsoft.DurableTask.Client;

namespace Local.Durable.History;

/// <summary>The states of an instance; the names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceStatus>))]
internal enum InstanceStatus
{
    Pending,
    Running,
    Suspended,
    Completed,
    Failed,
    Terminated,
}

internal static class InstanceStatuses
{
    public static bool HasEnded(this InstanceStatus status) => status >= InstanceStatus.Completed;

    public static OrchestrationRuntimeStatus ToRuntimeStatus(this InstanceStatus status) => status switch
    {
        InstanceStatus.Pending => OrchestrationRuntimeStatus.Pending,
        InstanceStatus.Running => OrchestrationRuntimeStatus.Running,
        InstanceStatus.Suspended => OrchestrationRuntimeStatus.Suspended,
        InstanceStatus.Completed => OrchestrationRuntimeStatus.Completed,
        InstanceStatus.Failed => OrchestrationRuntimeStatus.Failed,
        InstanceStatus.Terminated => OrchestrationRuntimeStatus.Terminated,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of an instance."),
    };

    /// <summary>Null for the statuses that exist for compatibility only: no instance has them.</summary>
    public static InstanceStatus? FromRuntimeStatus(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => InstanceStatus.Pending,
        OrchestrationRuntimeStatus.Running => InstanceStatus.Running,
        OrchestrationRuntimeStatus.Suspended => InstanceStatus.Suspended,
        OrchestrationRuntimeStatus.Completed => InstanceStatus.Completed,
        OrchestrationRuntimeStatus.Failed => InstanceStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => InstanceStatus.Terminated,
        _ => null,
    };
}
