using Local.Durable.History;
using Local.Durable.Instances;
using Told = global::DurableTask.Core.History;

namespace Local.Durable.Client;

internal sealed partial class EngineClient
{
    // Between the read of a record and of its chunks an instance can begin anew; that it does so each time means it is damaged.
    private const int MostHistoryReads = 5;

    public override async Task<IList<Told.HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var state = await ReadAsync(instanceId).WaitAsync(cancellation) ?? throw NotFound(instanceId);
        return ToldHistory.Of(state.History.Events, state.CreatedAt.UtcDateTime, state.Output, state.Failure);
    }

    private async Task<InstanceState?> ReadAsync(string instanceId)
    {
        for (var reads = 1; ; reads++)
        {
            try
            {
                return await engine.Store.LoadAsync(instanceId);
            }
            catch (InvalidDataException damage)
            {
                if (reads == MostHistoryReads)
                {
                    throw new InvalidOperationException($"The history of the orchestration with the instanceId {instanceId} cannot be read.", damage);
                }
            }
        }
    }
}
