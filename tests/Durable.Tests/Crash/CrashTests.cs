using System.Collections.Concurrent;
using System.Diagnostics;
using Durable.Tests.Crasher;
using Local.Durable;
using Xunit.Abstractions;

namespace Durable.Tests.Crash;

/// <summary>
/// The engine is killed at every write to its store in turn, and another goes on from what is there: the same ends, nothing an
/// orchestrator did done twice, and activities repeated only if they were running.
/// </summary>
public static class CrashTests
{
    /// <summary>Calls of which each begins only after the one before it is known to have ended.</summary>
    private static readonly string[][] Chains =
    [
        ["order:1: Reserve", "order:1: Pack", "order:1: Charge() #6", "order:1: Charge() #8", "order:1: Picture", "delivery of order:1: Load"],
        ["counter: Next(0)", "counter: Next(1)", "counter: Next(2)", "counter: Next(3)"],
        ["diary: Page(0)", $"diary: Page({Workload.Pages})"],
    ];

    internal static readonly Dictionary<string, string> ExpectedEnds = new(StringComparer.Ordinal)
    {
        [Workload.Order] = "Completed \"reserved chair, packed 1, packed 2, packed 3, charged, a picture of 6000, loaded order:1, approved\"",
        [Workload.Delivery] = "Completed \"loaded order:1\"",
        [Workload.Book] = "Completed \"1 2 3 4 5\"",
        [Workload.Counter] = "Completed 4",
        [Workload.Doomed] = "Terminated \"ended\"",
        [Workload.Diary] = $"Completed {Enumerable.Range(0, Workload.Pages + 1).Sum(page => 3_000 + page)}",
        [Workload.Family] = "Terminated \"together\"",
        ["family 1"] = "Terminated \"together\"",
        [Workload.YoungestOfFamily] = "Terminated \"together\"",
        [Workload.Sleeper] = "Completed \"awake\"",
        [Workload.Again] = "Completed \"second\"",
        [Workload.Ghost] = "Purged",
    };

    private static readonly string[] ExpectedActivities =
    [
        "counter: Next(0) #0", "counter: Next(1) #0", "counter: Next(2) #0", "counter: Next(3) #0",
        "delivery of order:1: Load(\"order:1\") #0", "doomed: Load(\"nothing\") #0",
        "order:1: Charge() #6", "order:1: Charge() #8", "order:1: Pack(1) #1", "order:1: Pack(2) #2", "order:1: Pack(3) #3", "order:1: Picture() #10",
        "order:1: Reserve(\"chair\") #0",
        .. Enumerable.Range(0, Workload.Pages + 1).Select(page => $"diary: Page({page}) #{page}"),
    ];

    public sealed class Undisturbed(ITestOutputHelper output)
    {
        [Fact]
        public async Task Workload_EndsAsExpected()
        {
            var started = Stopwatch.StartNew();
            var report = await CrashRun.RunAsync();

            Verify(report);
            Assert.All(report.Workload.ActivityRuns.Values, runs => Assert.Equal(1, runs));
            Assert.Equal([5, 4], new[] { Workload.Book, Workload.Counter }.Select(id => report.Workload.Executions[id].Count()));
            output.WriteLine($"{report.Writes[0]} writes in {started.Elapsed}.");
        }
    }

    /// <summary>Room for one of everything: instances come and go from memory between their steps, and all wait for one another.</summary>
    public sealed class NarrowEngine(ITestOutputHelper output)
    {
        [Fact]
        public async Task Undisturbed_EndsTheSame() => Verify(await CrashRun.RunAsync(Narrow, []));

        [Fact]
        public async Task KilledAtEveryFifthWrite_EndsTheSame()
        {
            var writes = (int)(await CrashRun.RunAsync(Narrow, [])).Writes[0];
            var plans = Enumerable.Range(1, writes / 5).Select(fifth => new[] { new Break(5 * fifth, WriteFault.KilledAfter) }).ToArray();

            await VerifyAllAsync(plans, output, Narrow);
        }

        private static void Narrow(DurableOptions options)
        {
            options.MaxCachedInstances = 1;
            options.MaxConcurrentActivities = 1;
            options.MaxConcurrentOrchestrations = 1;
        }
    }

    public sealed class KilledBeforeAWrite(ITestOutputHelper output)
    {
        [Fact]
        public Task AtEachInTurn_EndsTheSame() => AtEachWriteAsync(WriteFault.KilledBefore, output);
    }

    public sealed class KilledAfterAWrite(ITestOutputHelper output)
    {
        [Fact]
        public Task AtEachInTurn_EndsTheSame() => AtEachWriteAsync(WriteFault.KilledAfter, output);
    }

    /// <summary>Whatever does not wait for a write that it depends on is out of the door when the engine dies without that write.</summary>
    public sealed class KilledWhileAWriteIsHeld(ITestOutputHelper output)
    {
        [Fact]
        public Task AtEachInTurn_EndsTheSame() => AtEachWriteAsync(WriteFault.KilledWhileHeld, output);
    }

    public sealed class ReplyLost(ITestOutputHelper output)
    {
        /// <summary>The client tries such a write again and meets its own first one: the engine has to know it for its own.</summary>
        [Fact]
        public Task AtEachWriteInTurn_EndsTheSame() => AtEachWriteAsync(WriteFault.ReplyLost, output);
    }

    public sealed class KilledTwice(ITestOutputHelper output)
    {
        [Fact]
        public async Task AtRandomWrites_EndsTheSame()
        {
            var random = new Random(20261122);
            var writes = (int)(await CrashRun.RunAsync()).Writes[0];
            var plans = Enumerable.Range(0, 40)
                .Select(_ => new[] { Random(random, writes), Random(random, writes / 2) })
                .ToArray();

            await VerifyAllAsync(plans, output);
        }

        private static Break Random(Random random, int writes) =>
            new(random.Next(1, writes + 1), random.Next(2) == 0 ? WriteFault.KilledBefore : WriteFault.KilledAfter);
    }

    internal static void Verify(CrashReport report)
    {
        Assert.Equal(ExpectedEnds.OrderBy(end => end.Key, StringComparer.Ordinal), report.Ends.OrderBy(end => end.Key, StringComparer.Ordinal));
        Assert.Equal(ExpectedActivities.Order(StringComparer.Ordinal), report.Workload.ActivityRuns.Keys.Order(StringComparer.Ordinal));
        foreach (var id in new[] { Workload.Order, Workload.Delivery, Workload.Doomed, Workload.Diary, Workload.Sleeper })
        {
            Assert.True(report.Workload.Executions[id].Count() == 1, $"{id} was made {report.Workload.Executions[id].Count()} times.");
        }

        Assert.All(report.Workload.ActivityRuns, run => Assert.InRange(run.Value, 1, 1 + report.AtKill.Count));
        foreach (var (before, later) in Chains.SelectMany(chain => chain.SkipLast(1).Zip(chain.Skip(1))))
        {
            foreach (var atKill in report.AtKill.Where(runs => runs.Keys.Any(call => call.StartsWith(later, StringComparison.Ordinal))))
            {
                var again = report.Workload.ActivityRuns.Where(run =>
                    run.Key.StartsWith(before, StringComparison.Ordinal) && run.Value > atKill.GetValueOrDefault(run.Key));
                Assert.True(!again.Any(), $"{string.Join(", ", again)} ran again although {later} had begun.");
            }
        }
    }

    // What is under way at the same moment changes the order of writes from run to run, so a few of the last numbers may not come.
    private static string KindOf(string write) => write switch
    {
        _ when write.Contains("comp=lease", StringComparison.Ordinal) => "lease",
        _ when write.Contains("-history", StringComparison.Ordinal) => "blob",
        _ => "record",
    };

    private static async Task AtEachWriteAsync(WriteFault fault, ITestOutputHelper output)
    {
        var writes = (await CrashRun.RunAsync()).Writes[0];
        var plans = Enumerable.Range(1, (int)writes).Select(write => new[] { new Break(write, fault) }).ToArray();

        await VerifyAllAsync(plans, output);
    }

    private static async Task VerifyAllAsync(Break[][] plans, ITestOutputHelper output, Action<DurableOptions>? configure = null)
    {
        var started = Stopwatch.StartNew();
        var faults = new ConcurrentBag<string>();
        var broken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(plans, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (plan, _) =>
        {
            var report = default(CrashReport);
            try
            {
                report = await CrashRun.RunAsync(configure ?? (static _ => { }), plan);
                Verify(report);
                report.Broken.ToList().ForEach(broken.Add);
            }
            catch (Exception fault)
            {
                faults.Add($"{string.Join(" then ", plan.AsEnumerable())} ({string.Join("; ", report?.Broken ?? [])}): {fault.Message}");
            }
        });

        output.WriteLine($"{plans.Length} runs in {started.Elapsed}; broken were {string.Join(", ", broken.CountBy(KindOf).OrderBy(kind => kind.Key, StringComparer.Ordinal))}.");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {plans.Length} runs failed:\n{string.Join("\n\n", faults.Order(StringComparer.Ordinal).Take(10))}");
        Assert.True(broken.Count >= plans.Length * 9 / 10, $"Only {broken.Count} writes of {plans.Length} plans were broken.");
    }
}
