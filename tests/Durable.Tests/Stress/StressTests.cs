using System.Diagnostics;
using Durable.Tests.Crasher;
using Durable.Tests.Harness;
using Microsoft.DurableTask.Client;
using Xunit.Abstractions;

namespace Durable.Tests.Stress;

/// <summary>Many things at once, with engines that are cut and restarted meanwhile. Chance comes from fixed seeds.</summary>
public sealed class StressTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    public async Task RandomPrograms_ComeToWhatTheyMust(int seed, int cuts)
    {
        await using var host = new EngineHost { Configure = options => options.MaxCachedInstances = 10 };
        RandomProgram.Register(host);
        var random = new Random(seed);
        var scripts = Enumerable.Range(0, 60).ToDictionary(number => $"random {number}", _ => RandomProgram.Make(random, random.Next(3, 12)));
        var watch = Stopwatch.StartNew();
        await host.StartAsync();
        await Task.WhenAll(scripts.Select(script => host.ScheduleAsync("Random", script.Value, script.Key)));

        for (var cut = 0; cut < cuts; cut++)
        {
            host.Storage.BreakWrite(host.Storage.Writes + random.Next(5, 40), random.Next(2) == 0 ? WriteFault.KilledBefore : WriteFault.KilledAfter);
            await PassTimeUntilAsync(host, host.Storage.Killed);
            await host.CrashAsync();
        }

        var ends = Task.WhenAll(scripts.Keys.Select(host.CompletionAsync));
        await PassTimeUntilAsync(host, ends);
        foreach (var end in await ends)
        {
            Assert.Equal(RandomProgram.Expect(scripts[end.InstanceId]), EngineHost.Output<long>(end));
        }

        output.WriteLine($"{scripts.Count} programs, {cuts} cuts in {watch.Elapsed}.");
    }

    /// <summary>What a client was told is stored is read, once and in order, whatever becomes of the engine the moment after.</summary>
    [Fact]
    public async Task AcknowledgedEvents_SurviveEveryCut()
    {
        await using var host = new EngineHost();
        host.Activity("Nothing", _ => null);
        host.Orchestration("Collect", async ctx =>
        {
            var seen = ctx.GetInput<List<int>>()!;
            var number = await ctx.WaitForExternalEvent<int>("Number");
            seen.Add(number);
            if (number % 3 == 0)
            {
                await ctx.CallActivityAsync("Nothing");
            }

            if (number < 199)
            {
                ctx.ContinueAsNew(seen);
            }

            return seen;
        });

        var id = await host.ScheduleAsync("Collect", Array.Empty<int>());
        for (var number = 0; number < 200; number++)
        {
            await host.Client.RaiseEventAsync(id, "Number", number);
            if (number % 10 == 7)
            {
                await host.CrashAsync();
            }
        }

        Assert.Equal(Enumerable.Range(0, 200), await host.OutputOfAsync<List<int>>(id));
    }

    [Fact]
    public async Task EventsAmongSuspensionsAndRestarts_AreReadOnceAndInOrder()
    {
        await using var host = new EngineHost();
        var random = new Random(11);
        host.Orchestration("Collect", async ctx =>
        {
            var seen = new List<int>();
            while (seen.Count < 150)
            {
                seen.Add(await ctx.WaitForExternalEvent<int>("Number"));
            }

            return seen;
        });

        var id = await host.ScheduleAsync("Collect");
        for (var number = 0; number < 150; number++)
        {
            switch (random.Next(8))
            {
                case 0:
                    await host.Client.SuspendInstanceAsync(id);
                    break;
                case 1:
                    await host.Client.ResumeInstanceAsync(id);
                    break;
                case 2:
                    await host.RestartAsync();
                    break;
            }

            await host.Client.RaiseEventAsync(id, "Number", number);
        }

        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal(Enumerable.Range(0, 150), await host.OutputOfAsync<List<int>>(id));
    }

    /// <summary>An outbox beyond what a record holds.</summary>
    [Fact]
    public async Task ThreeThousandEventsInOneStep_ArriveInOrderAcrossACut()
    {
        await using var host = new EngineHost();
        host.Orchestration("Listen", async ctx =>
        {
            var inOrder = true;
            for (var number = 0; number < 3_000; number++)
            {
                inOrder &= (await ctx.WaitForExternalEvent<string>("Number")).StartsWith($"{number}:", StringComparison.Ordinal);
            }

            return inOrder;
        });
        host.Orchestration("Send", ctx =>
        {
            for (var number = 0; number < 3_000; number++)
            {
                ctx.SendEvent("listener", "Number", $"{number}:{new string('x', 100)}");
            }

            return Task.FromResult<object?>("sent");
        });

        await host.ScheduleAsync("Listen", null, "listener");
        var sender = await host.ScheduleAsync("Send");
        Assert.Equal("sent", await host.OutputOfAsync<string>(sender));
        await host.CrashAsync();

        Assert.True(await host.OutputOfAsync<bool>("listener"));
    }

    [Fact]
    public async Task AThousandTimersAndFiveHundredChildren_AllEnd()
    {
        await using var host = new EngineHost();
        host.Orchestration("Child", ctx => Task.FromResult<object?>(ctx.GetInput<int>()));
        host.Orchestration("Many", async ctx =>
        {
            var timers = Enumerable.Range(0, 1_000).Select(number => ctx.CreateTimer((1 + (number % 7)) * Hour, CancellationToken.None)).ToArray();
            var children = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => ctx.CallSubOrchestratorAsync<int>("Child", number)));
            ctx.SetCustomStatus("grown up");
            await Task.WhenAll(timers);
            return children.Sum();
        });

        var id = await host.ScheduleAsync("Many");
        await host.UntilAtAsync(id, "grown up");
        for (var hour = 0; hour < 7; hour++)
        {
            await host.AdvanceAsync(Hour);
        }

        Assert.Equal(Enumerable.Range(0, 500).Sum(), await host.OutputOfAsync<int>(id));
    }

    /// <summary>A reader between a record and the payload it names meets the moment in which the payload has been replaced.</summary>
    [Fact]
    public async Task QueriesWhileLargePayloadsAreReplaced_NeverFail()
    {
        await using var host = new EngineHost();
        host.Activity("Nothing", _ => null);
        host.Orchestration("Turn", async ctx =>
        {
            var parcel = ctx.GetInput<Conformance.Parcel>()!;
            await ctx.CallActivityAsync("Nothing");
            if (parcel.Weights[0] < 150)
            {
                ctx.ContinueAsNew(new Conformance.Parcel(new string((char)('a' + (parcel.Weights[0] % 26)), 10_000), [parcel.Weights[0] + 1]));
            }

            return "turned";
        });

        var id = await host.ScheduleAsync("Turn", new Conformance.Parcel(new string('x', 10_000), [0]));
        var reads = 0;
        OrchestrationMetadata? instance;
        do
        {
            instance = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            Assert.Equal(10_000, instance!.ReadInputAs<Conformance.Parcel>()!.Name.Length);
            await foreach (var listed in host.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
            {
                Assert.Equal(10_000, listed.ReadInputAs<Conformance.Parcel>()!.Name.Length);
            }

            reads++;
        }
        while (!instance.IsCompleted);

        output.WriteLine($"{reads} reads beside 150 generations.");
        Assert.Equal("turned", instance.ReadOutputAs<string>());
    }

    [Fact]
    public async Task FullHistoriesInOneStep_ComeBackAfterACut()
    {
        await using var host = new EngineHost();
        host.Activity("Make", call => new string('m', 3_900 + (call.GetInput<string>()!.Length % 50)));
        host.Orchestration("Wide", async ctx =>
        {
            var parts = await Task.WhenAll(Enumerable.Range(0, 600).Select(number => ctx.CallActivityAsync<string>("Make", new string('i', 3_000 + number))));
            ctx.SetCustomStatus("made");
            await ctx.WaitForExternalEvent<object>("Go");
            return parts.Sum(part => part.Length);
        });

        var id = await host.ScheduleAsync("Wide");
        await host.UntilAtAsync(id, "made");
        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "Go");

        Assert.Equal(Enumerable.Range(0, 600).Sum(number => 3_900 + ((3_000 + number) % 50)), await host.OutputOfAsync<int>(id));
    }

    private static async Task PassTimeUntilAsync(EngineHost host, Task end)
    {
        while (!end.IsCompleted)
        {
            var timer = host.Clock.TimerDueByAsync(host.Clock.GetUtcNow() + Hour);
            await Task.WhenAny(end, timer).WaitAsync(2 * EngineHost.Limit);
            if (timer.IsCompleted && host.Clock.NextDue is { } due && due > host.Clock.GetUtcNow())
            {
                host.Clock.Advance(due - host.Clock.GetUtcNow());
            }
        }
    }
}
