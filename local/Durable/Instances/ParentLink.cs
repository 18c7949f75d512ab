using Microsoft.DurableTask;

namespace Local.Durable.Instances;

/// <summary>The call that started a sub-orchestration: which step of which execution of whom.</summary>
internal sealed record ParentLink(string InstanceId, string Name, string ExecutionId, int TaskId)
{
    public ParentOrchestrationInstance ToParent() => new(Name, InstanceId);
}
