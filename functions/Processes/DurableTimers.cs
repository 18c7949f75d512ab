namespace Collaborations.Processes;

/// <summary>Timers of orchestrations.</summary>
internal static class DurableTimers
{
    /// <summary>
    /// Ours: no clock is wrong by so much. What is done once a stored instant is over waits longer by it, so that it is over by the clock of the
    /// machine that looks at it, too.
    /// </summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Takes a timer back. Not by CancelAsync: it goes on by the thread pool, and an orchestrator may wait for nothing but durable tasks
    /// ("Orchestrator function code constraints", Durable Functions documentation).
    /// </summary>
    public static void Stop(this CancellationTokenSource timer) => timer.Cancel();
}
