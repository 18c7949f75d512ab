using System.Collections.Concurrent;
using Local.Durable;
using Microsoft.DurableTask;

namespace Durable.Tests.Crasher;

/// <summary>
/// A little of everything an engine does, with the same outcome in every run: an order with activities, a fan-out, a retry, timers and a
/// sub-orchestration; a book that the order and its delivery send entries to and that continues as new with each; a counter that
/// continues as new with an activity between; a diary whose history outgrows its record; one that is terminated, and a family that is
/// terminated together; one that is suspended, one that is purged and one that is replaced.
/// What activities and orchestrators did is noted here, so that several engines in one process can be held against each other.
/// </summary>
/// <param name="pause">How long the durable timers and the pause before the retry last.</param>
public sealed partial class Workload(TimeSpan pause)
{
    public const string Order = "order:1";
    public const string Delivery = "delivery of order:1";
    public const string Book = "book";
    public const string Counter = "counter";
    public const string Doomed = "doomed";

    public const string Diary = "diary";
    public const string Family = "family 2";
    public const string YoungestOfFamily = "family 0";
    public const string Sleeper = "sleeper";
    public const string Ghost = "ghost";
    public const string Again = "again";

    public static readonly IReadOnlyList<string> Instances =
        [Order, Delivery, Book, Counter, Doomed, Diary, Family, "family 1", YoungestOfFamily, Sleeper, Again];

    /// <summary>Pages of the diary: 3 KB each, while a record's tail of history holds 48.</summary>
    public const int Pages = 24;

    // The place of the first attempt to charge among what the order begins: Reserve, three times Pack, two entries for the book.
    private const int FirstCharge = 6;

    private readonly ConcurrentDictionary<string, int> _activityRuns = [];
    private readonly ConcurrentDictionary<(string Instance, Guid Execution), int> _executions = [];

    /// <summary>How often each call of an activity ran, by instance, name, input and place.</summary>
    public IReadOnlyDictionary<string, int> ActivityRuns => _activityRuns;

    /// <summary>The executions of each instance that came beyond their first turn.</summary>
    public ILookup<string, Guid> Executions => _executions.Keys.ToLookup(key => key.Instance, key => key.Execution);

    public DurableRegistry Register(DurableRegistry registry)
    {
        registry.AddActivity("Reserve", call => Done(call, $"reserved {call.GetInput<string>()}"));
        registry.AddActivity("Pack", call => Done(call, $"packed {call.GetInput<int>()}"));
        registry.AddActivity("Charge", call => call.TaskId == FirstCharge ? Fail(call) : Done(call, "charged"));
        registry.AddActivity("Load", call => Done(call, $"loaded {call.GetInput<string>()}"));
        registry.AddActivity("Next", call => Done(call, call.GetInput<int>() + 1));
        registry.AddActivity("Picture", call => Done(call, new string('p', 6_000)));
        registry.AddActivity("Page", call => Done(call, new string('w', 3_000 + call.GetInput<int>())));
        registry.AddOrchestration("Order", OrderAsync);
        registry.AddOrchestration("Delivery", DeliveryAsync);
        registry.AddOrchestration("Book", BookAsync);
        registry.AddOrchestration("Counter", CounterAsync);
        registry.AddOrchestration("Doomed", DoomedAsync);
        registry.AddOrchestration("Diary", DiaryAsync);
        registry.AddOrchestration("Family", FamilyAsync);
        registry.AddOrchestration("Sleeper", SleeperAsync);
        registry.AddOrchestration("Ghost", _ => Task.FromResult<object?>("boo"));
        registry.AddOrchestration("Again", AgainAsync);
        return registry;
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

    // The engine makes an execution's ids from what no other execution has. Noted is an execution once it goes on from its first turn: that turn
    // is stored then, while a first turn that was cut off before the store had it leaves nothing.
    private void Note(TaskOrchestrationContext ctx) => _executions.TryAdd((ctx.InstanceId, ctx.NewGuid()), 0);
}
