using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Tests.Processes;

/// <summary>Starts nothing, and notes what it was asked to start. Like every client it does nothing for somebody who has left.</summary>
internal sealed class NotedClient : UnaskedClient
{
    private readonly List<(string Orchestration, string? Instance)> _started = [];

    public IEnumerable<string> Started => _started.Select(each => each.Orchestration);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            _started.Any(each => each.Instance == instanceId)
                ? new OrchestrationMetadata("Any", instanceId) { RuntimeStatus = OrchestrationRuntimeStatus.Running }
                : null);
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        _started.Add((orchestratorName.Name, options?.InstanceId));
        return Task.FromResult(options?.InstanceId ?? "any");
    }
}
