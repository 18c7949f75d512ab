using Collaborations.Tests.Processes;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Collaborations.Tests.Operating;

/// <summary>Sees an instance that was cancelled, and when it is looked at closer or begun anew, somebody else has been there.</summary>
/// <param name="isThere">Begun anew by somebody else; or purged.</param>
internal sealed class OvertakenClient(bool isThere) : UnaskedClient
{
    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult<OrchestrationMetadata?>(new OrchestrationMetadata("One", instanceId) { RuntimeStatus = OrchestrationRuntimeStatus.Terminated });

    public override Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default) =>
        throw (isThere ? new InvalidOperationException("It has not ended.") : new ArgumentException("There is none.", nameof(instanceId)));

    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default) =>
        throw new ArgumentException("There is none.", nameof(instanceId));
}
