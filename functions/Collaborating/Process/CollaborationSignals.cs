using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Process;

/// <summary>Starts a collaboration's process, and tells it to look at the record. One that has ended does not mind.</summary>
public sealed class CollaborationSignals(ProcessGate gate, TimeProvider clock)
{
    /// <summary>Of a collaboration that has no record yet.</summary>
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="input">Which.</param>
    /// <param name="first">Whoever came first starts it; the others wait for that, and start it themselves where the first was cut off.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task StartAsync(DurableTaskClient processes, CollaborationInput input, bool first, CancellationToken cancellation)
    {
        var instance = CollaborationOrchestration.InstanceOf(input.Collaboration);
        if (first || !await gate.WaitAsync(() => IsRunningAsync(processes, instance, cancellation), cancellation))
        {
            await ProcessGate.StartUnlessRunningAsync(processes, nameof(CollaborationOrchestration), instance, input, cancellation);
        }
    }

    /// <summary>
    /// A process whose time is over begins anew, for an email that was asked for since. In its last turn it hears of nothing any more, and runs for
    /// a moment yet: that is waited for.
    /// </summary>
    public async Task WakeAsync(DurableTaskClient processes, CollaborationInput input, CancellationToken cancellation)
    {
        var instance = CollaborationOrchestration.InstanceOf(input.Collaboration);
        var process = await processes.GetInstanceAsync(instance, cancellation);
        var isEnding = process is { IsCompleted: false } && clock.GetUtcNow() >= process.CreatedAt + CollaborationOrchestration.End;
        if (process is { IsCompleted: true }
            || (isEnding && await gate.WaitAsync(async () => !await IsRunningAsync(processes, instance, cancellation), cancellation)))
        {
            await ProcessGate.StartUnlessRunningAsync(processes, nameof(CollaborationOrchestration), instance, input, cancellation);
        }
    }

    public static Task ChangedAsync(DurableTaskClient processes, CollaborationId collaboration, CancellationToken cancellation) =>
        ProcessGate.TellAsync(
            processes, CollaborationOrchestration.InstanceOf(collaboration), CollaborationOrchestration.ChangedEvent, true, cancellation);

    private static async Task<bool> IsRunningAsync(DurableTaskClient processes, string instance, CancellationToken cancellation) =>
        await processes.GetInstanceAsync(instance, cancellation) is { IsCompleted: false };
}
