using Collaborations.Telemetry;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Processes;

/// <summary>Starts orchestrations on behalf of a request, and waits a moment for what they do.</summary>
public sealed class ProcessGate(Measures measures, [FromKeyedServices(ProcessGate.Waiting)] TimeProvider machine)
{
    /// <summary>The clock of waits inside a request: the machine's, also where the clock of the rules stands still.</summary>
    public const string Waiting = "waiting";

    /// <summary>A person who pressed a button waits this long without a word; then the answer is 202.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(15);

    /// <param name="processes">The client that the function was given.</param>
    /// <param name="orchestration">Its name.</param>
    /// <param name="instance">Made of an id and a number that were decided on a record, so that nobody else starts the same.</param>
    /// <param name="input">Ids only.</param>
    /// <param name="cancellation">The client left.</param>
    public static Task StartAsync(DurableTaskClient processes, string orchestration, string instance, object input, CancellationToken cancellation) =>
        processes.ScheduleNewOrchestrationInstanceAsync(orchestration, input, new StartOrchestrationOptions(instance), cancellation);

    /// <summary>
    /// The same where it may have been started before, by a try that was cut off after it or just before it, or is being started by another: one that
    /// is there is left as it is, whatever became of it.
    /// </summary>
    public static async Task StartOnceAsync(
        DurableTaskClient processes, string orchestration, string instance, object input, CancellationToken cancellation)
    {
        if (await processes.GetInstanceAsync(instance, cancellation) is null)
        {
            await StartUnlessAsync(processes, orchestration, instance, input, static other => other is not null, cancellation);
        }
    }

    /// <summary>The same where one that has ended begins anew, and one that runs is left as it is.</summary>
    public static Task StartUnlessRunningAsync(
        DurableTaskClient processes, string orchestration, string instance, object input, CancellationToken cancellation) =>
        StartUnlessAsync(processes, orchestration, instance, input, static other => other is { IsCompleted: false }, cancellation);

    /// <summary>Raises an event. One that has ended, or never was, does not mind, whether the client throws then or not.</summary>
    public static async Task TellAsync(DurableTaskClient processes, string instance, string name, object payload, CancellationToken cancellation)
    {
        try
        {
            await processes.RaiseEventAsync(instance, name, payload, cancellation);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            if (await processes.GetInstanceAsync(instance, cancellation) is { IsCompleted: false })
            {
                throw;
            }
        }
    }

    /// <returns>Whether it came to be within two seconds.</returns>
    public async Task<bool> WaitAsync(Func<Task<bool>> happened, CancellationToken cancellation)
    {
        var began = machine.GetTimestamp();
        do
        {
            if (await happened())
            {
                return true;
            }

            await Task.Delay(Step, machine, cancellation);
        }
        while (machine.GetElapsedTime(began) < Patience);
        measures.StepLate();
        return false;
    }

    private static async Task StartUnlessAsync(
        DurableTaskClient processes,
        string orchestration,
        string instance,
        object input,
        Func<OrchestrationMetadata?, bool> isStarted,
        CancellationToken cancellation)
    {
        try
        {
            await StartAsync(processes, orchestration, instance, input, cancellation);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // Clients differ in what they throw where another was quicker; whether one was, the instance itself says.
            if (!isStarted(await processes.GetInstanceAsync(instance, cancellation)))
            {
                throw;
            }
        }
    }
}
