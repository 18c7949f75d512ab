namespace Collaborations.Processes;

/// <summary>Timers of orchestrations.</summary>
internal static class DurableTimers
{
    /// <summary>
    /// Takes a timer back. Not by CancelAsync: it goes on by the thread pool, and an orchestrator may wait for nothing but durable tasks
    /// ("Orchestrator function code constraints", Durable Functions documentation).
    /// </summary>
    public static void Stop(this CancellationTokenSource timer) => timer.Cancel();
}
