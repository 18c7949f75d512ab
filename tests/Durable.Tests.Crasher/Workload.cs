using System.Collections.Concurrent;
using Local.Durable;
using Microsoft.DurableTask;

namespace Durable.Tests.Crasher;

/// <summary>
/// A little of everything an engine does, with the same outcome in every run: an order with activities, a fan-out, a retry, timers and a
/// sub-orchestration; a book that the order and its delivery send entries to and that continues as new with each; a counter that
/// continues as new with an activity between; and one that is terminated.
/// What activities and orchestrators did is noted here, so that several engines in one process can be held against each other.
/// </summary>
/// <param name="pause">How long the durable timers and the pause before the retry last.</param>
public sealed class Workload(TimeSpan pause)
{
    public const string Order = "order:1";
    public const string Delivery = "delivery of order:1";
    public const string Book = "book";
    public const string Counter = "counter";
    public const string Doomed = "doomed";

    public static readonly IReadOnlyList<string> Instances = [Order, Delivery, Book, Counter, Doomed];

    // The place of the first attempt to charge among what the order begins: Reserve, three times Pack, two entries for the book.
    private const int FirstCharge = 6;

    private readonly ConcurrentDictionary<string, int> _activityRuns = [];
    private readonly ConcurrentDictionary<(string Instance, Guid Execution), int> _executions = [];

    /// <summary>How often each call of an activity ran, by instance, name, input and place.</summary>
    public IReadOnlyDictionary<string, int> ActivityRuns => _activityRuns;

    /// <summary>The executions that ran of each instance: as many as it had generations, if none was made twice.</summary>
    public ILookup<string, Guid> Executions => _executions.Keys.ToLookup(key => key.Instance, key => key.Execution);

    public DurableRegistry Register(DurableRegistry registry)
    {
        registry.AddActivity("Reserve", call => Done(call, $"reserved {call.GetInput<string>()}"));
        registry.AddActivity("Pack", call => Done(call, $"packed {call.GetInput<int>()}"));
        registry.AddActivity("Charge", call => call.TaskId == FirstCharge ? Fail(call) : Done(call, "charged"));
        registry.AddActivity("Load", call => Done(call, $"loaded {call.GetInput<string>()}"));
        registry.AddActivity("Next", call => Done(call, call.GetInput<int>() + 1));
        registry.AddOrchestration("Order", OrderAsync);
        registry.AddOrchestration("Delivery", DeliveryAsync);
        registry.AddOrchestration("Book", BookAsync);
        registry.AddOrchestration("Counter", CounterAsync);
        registry.AddOrchestration("Doomed", DoomedAsync);
        return registry;
    }

    private async Task<object?> OrderAsync(TaskOrchestrationContext ctx)
    {
        Note(ctx);
        var done = new List<string> { await ctx.CallActivityAsync<string>("Reserve", "chair") };
        done.AddRange(await Task.WhenAll(Enumerable.Range(1, 3).Select(box => ctx.CallActivityAsync<string>("Pack", box))));
        ctx.SendEvent(Book, "Entry", 1);
        ctx.SendEvent(Book, "Entry", 2);
        done.Add(await ctx.CallActivityAsync<string>("Charge", TaskOptions.FromRetryPolicy(new RetryPolicy(3, pause))));
        await ctx.CreateTimer(pause, CancellationToken.None);
        done.Add(await ctx.CallSubOrchestratorAsync<string>("Delivery", ctx.InstanceId, new SubOrchestrationOptions(instanceId: Delivery)));
        ctx.SetCustomStatus("to be approved");
        var approved = ctx.WaitForExternalEvent<string>("Approve", TimeSpan.FromDays(3));
        done.Add(await approved);
        ctx.SetCustomStatus("approved");
        ctx.SendEvent(Book, "Entry", 5);
        return string.Join(", ", done);
    }

    private async Task<object?> DeliveryAsync(TaskOrchestrationContext ctx)
    {
        Note(ctx);
        var loaded = await ctx.CallActivityAsync<string>("Load", ctx.GetInput<string>());
        ctx.SendEvent(Book, "Entry", 3);
        await ctx.CreateTimer(pause, CancellationToken.None);
        ctx.SendEvent(Book, "Entry", 4);
        return loaded;
    }

    private async Task<object?> BookAsync(TaskOrchestrationContext ctx)
    {
        Note(ctx);
        var entries = ctx.GetInput<List<int>>() ?? [];
        ctx.SetCustomStatus(entries.Count);
        var close = ctx.WaitForExternalEvent<object>("Close");
        var entry = ctx.WaitForExternalEvent<int>("Entry");
        if (await Task.WhenAny(entry, close) == close)
        {
            return string.Join(' ', entries.Order());
        }

        entries.Add(await entry);
        ctx.ContinueAsNew(entries);
        return null;
    }

    private async Task<object?> CounterAsync(TaskOrchestrationContext ctx)
    {
        Note(ctx);
        var count = await ctx.CallActivityAsync<int>("Next", ctx.GetInput<int>());
        if (count < 4)
        {
            ctx.ContinueAsNew(count);
        }

        return count;
    }

    private async Task<object?> DoomedAsync(TaskOrchestrationContext ctx)
    {
        Note(ctx);
        await ctx.CallActivityAsync("Load", "nothing");
        ctx.SetCustomStatus("standing");
        return await ctx.WaitForExternalEvent<string>("Never");
    }

    private Task<object?> Done(ActivityCall call, object result)
    {
        Note(call);
        return Task.FromResult<object?>(result);
    }

    private Task<object?> Fail(ActivityCall call)
    {
        Note(call);
        throw new InvalidOperationException("The card reader sleeps.");
    }

    private void Note(ActivityCall call) =>
        _activityRuns.AddOrUpdate($"{call.InstanceId}: {call.Name}({call.SerializedInput}) #{call.TaskId}", 1, (_, count) => count + 1);

    // The engine makes an execution's ids from what no other execution has.
    private void Note(TaskOrchestrationContext ctx) => _executions.TryAdd((ctx.InstanceId, ctx.NewGuid()), 0);
}
