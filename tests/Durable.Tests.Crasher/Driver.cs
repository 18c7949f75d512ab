using System.Globalization;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Crasher;

/// <summary>
/// The world outside the engine, as one that may be cut off at any moment and begins again: each thing it does is done only if what the
/// store shows says that it is still to be done, so a second beginning changes nothing.
/// </summary>
public sealed class Driver(DurableTaskClient client)
{
    /// <summary>Brings the workload to its end and tells how each instance ended: its status and output.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(CancellationToken cancellation)
    {
        await ScheduleAsync("Book", Workload.Book, null, cancellation);
        await ScheduleAsync("Order", Workload.Order, null, cancellation);
        await ScheduleAsync("Counter", Workload.Counter, 0, cancellation);
        await ScheduleAsync("Doomed", Workload.Doomed, null, cancellation);

        await ScheduleAsync("Diary", Workload.Diary, null, cancellation);
        await ScheduleAsync("Family", Workload.Family, 2, cancellation);
        await ScheduleAsync("Sleeper", Workload.Sleeper, null, cancellation);
        await ScheduleAsync("Ghost", Workload.Ghost, null, cancellation);
        await ScheduleAsync("Again", Workload.Again, "first", cancellation);

        await ReplaceAsync(cancellation);
        await WakeAsync(cancellation);
        await TerminateAsync(cancellation);
        await AnswerAsync(cancellation);
        return await EndsAsync(cancellation);
    }

    private async Task ReplaceAsync(CancellationToken cancellation)
    {
        if ((await UntilAsync(Workload.Again, _ => true, cancellation)).ReadInputAs<string>() == "first")
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                "Again", "second", new StartOrchestrationOptions(Workload.Again) { DedupeStatuses = [] }, cancellation);
        }
    }

    private async Task WakeAsync(CancellationToken cancellation)
    {
        if (!(await UntilAsync(Workload.Sleeper, _ => true, cancellation)).IsCompleted)
        {
            await client.SuspendInstanceAsync(Workload.Sleeper, "a nap", cancellation);
            await client.RaiseEventAsync(Workload.Sleeper, "Wake", "awake", cancellation);
            await client.ResumeInstanceAsync(Workload.Sleeper, "enough", cancellation);
        }
    }

    private async Task TerminateAsync(CancellationToken cancellation)
    {
        if (!(await UntilAsync(Workload.Doomed, status => status == "\"standing\"", cancellation)).IsCompleted)
        {
            await client.TerminateInstanceAsync(Workload.Doomed, "ended", cancellation);
        }

        if (!(await UntilAsync(Workload.YoungestOfFamily, status => status == "\"standing\"", cancellation)).IsCompleted)
        {
            await client.TerminateInstanceAsync(Workload.Family, new TerminateInstanceOptions("together", Recursive: true), cancellation);
        }
    }

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        if ((await UntilAsync(Workload.Order, status => status is "\"to be approved\"" or "\"approved\"", cancellation)).SerializedCustomStatus != "\"approved\"")
        {
            await client.RaiseEventAsync(Workload.Order, "Approve", "approved", cancellation);
        }

        if (!(await UntilAsync(Workload.Book, status => status is not null && int.Parse(status, CultureInfo.InvariantCulture) >= 5, cancellation)).IsCompleted)
        {
            await client.RaiseEventAsync(Workload.Book, "Close", null, cancellation);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> EndsAsync(CancellationToken cancellation)
    {
        var ends = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in Workload.Instances)
        {
            var instance = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
            ends[id] = $"{instance.RuntimeStatus} {instance.SerializedOutput}{instance.FailureDetails?.ErrorMessage}";
        }

        await client.WaitForInstanceCompletionAsync(Workload.Ghost, cancellation);
        await client.PurgeInstanceAsync(Workload.Ghost, cancellation);
        ends[Workload.Ghost] = await client.GetInstanceAsync(Workload.Ghost, cancellation) is null ? "Purged" : "Not purged";
        return ends;
    }

    // Every status is kept, so that a second asking never starts anew.
    private async Task ScheduleAsync(string name, string id, object? input, CancellationToken cancellation)
    {
        var options = new StartOrchestrationOptions(id).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, options, cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return;
        }
    }

    private async Task<OrchestrationMetadata> UntilAsync(string id, Func<string?, bool> seen, CancellationToken cancellation)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (true)
        {
            var instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);
            if (instance is not null && (instance.IsCompleted || seen(instance.SerializedCustomStatus)))
            {
                return instance;
            }

            await pause.WaitForNextTickAsync(cancellation);
        }
    }
}
