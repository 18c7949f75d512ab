using System.Diagnostics;
using Durable.Tests.Harness;
using Microsoft.DurableTask.Client;
using Xunit.Abstractions;

namespace Durable.Tests.Scale;

/// <summary>What must not grow with the number of instances or the length of a history. Asserted are requests and bytes; times are told only.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Instances = 10_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task TenThousandLiveInstances_StartRestartAndAnswer()
    {
        await using var host = new EngineHost();
        host.Orchestration("Wait", async ctx =>
        {
            var word = ctx.WaitForExternalEvent<string>("Word");
            using var cancellation = new CancellationTokenSource();
            var timer = ctx.CreateTimer(ctx.GetInput<int>() * Hour, cancellation.Token);
            if (await Task.WhenAny(word, timer) == timer)
            {
                return "time";
            }

            cancellation.Cancel();
            return await word;
        });
        await host.StartAsync();
        host.Storage.Reset();
        var watch = Stopwatch.StartNew();

        await Parallel.ForEachAsync(Enumerable.Range(0, Instances), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) =>
            await host.ScheduleAsync("Wait", 1 + (number % 100), $"case-{number:00000}"));
        // A start is answered when it is durable; the first turn, by which an instance runs, comes after.
        await host.Engine.WhenIdleAsync().WaitAsync(EngineHost.Limit);
        Tell("started", host, watch);
        Assert.InRange(host.Storage.Writes, Instances, (2 * Instances) + 100);
        Assert.InRange(host.Storage.Reads, 0, Instances + 100);

        host.Storage.Reset();
        watch.Restart();
        Assert.Equal(Instances, await CountRunningAsync(host));
        Tell("listed", host, watch);
        Assert.InRange(host.Storage.Reads, 1, 100);

        await host.StopAsync();
        watch.Restart();
        await host.StartAsync();
        await host.Engine.Recovered.WaitAsync(EngineHost.Limit);
        Tell("restarted", host, watch);
        // A page of a table holds 1,000 records.
        Assert.InRange(host.Storage.Reads + host.Storage.Writes, 1, (Instances / 1_000) + 100);

        host.Storage.Reset();
        watch.Restart();
        await host.Client.RaiseEventAsync("case-07777", "Word", "heard");
        Assert.Equal("heard", await host.OutputOfAsync<string>("case-07777"));
        Tell("raised to one", host, watch);
        Assert.InRange(host.Storage.Reads + host.Storage.Writes, 1, 10);

        host.Storage.Reset();
        watch.Restart();
        await host.AdvanceAsync(Hour);
        var due = Enumerable.Range(0, Instances / 100).Select(number => $"case-{number * 100:00000}").ToArray();
        foreach (var id in due)
        {
            Assert.Equal("time", await host.OutputOfAsync<string>(id));
        }

        Tell($"{due.Length} timers due", host, watch);
        Assert.InRange(host.Storage.Writes, due.Length, 4 * due.Length);

        host.Storage.Reset();
        watch.Restart();
        Assert.Equal(Instances - due.Length - 1, await CountRunningAsync(host));
        Tell("listed again", host, watch);
        Assert.InRange(host.Storage.Reads, 1, 100);
    }

    [Fact]
    public async Task HistoryOfTwoThousandEvents_CostsNoMoreAStepAtItsEnd()
    {
        await using var host = new EngineHost();
        host.Activity("Next", call => call.GetInput<int>() + 1);
        host.Orchestration("Steps", async ctx =>
        {
            var value = 0;
            while (value < 1_000)
            {
                value = await ctx.CallActivityAsync<int>("Next", value);
                if (value % 100 == 0)
                {
                    ctx.SetCustomStatus(value);
                    await ctx.WaitForExternalEvent<object>("Go");
                }
            }

            return value;
        });
        var (writes, bytes, largest) = (new List<long>(), new List<long>(), new List<long>());

        await host.StartAsync();
        host.Storage.Reset();
        var id = await host.ScheduleAsync("Steps");
        for (var hundred = 1; hundred <= 10; hundred++)
        {
            var watch = Stopwatch.StartNew();
            await host.UntilAsync(id, instance => instance.SerializedCustomStatus == $"{hundred * 100}");
            writes.Add(host.Storage.Writes);
            bytes.Add(host.Storage.BytesWritten);
            largest.Add(host.Storage.LargestWrite);
            Tell($"to step {hundred * 100}", host, watch);
            host.Storage.Reset();
            await host.Client.RaiseEventAsync(id, "Go");
        }

        Assert.Equal(1_000, await host.OutputOfAsync<int>(id));
        Assert.All(writes, count => Assert.InRange(count, 90, 100 * 3));
        Assert.All(largest, size => Assert.InRange(size, 1, 256 * 1024));
        Assert.True(bytes[^1] < 3 * bytes[1], $"The last hundred steps wrote {bytes[^1]} bytes, the second {bytes[1]}.");
    }

    [Fact]
    public async Task HistoryOfTwoThousandEvents_IsReadAgainAfterARestart()
    {
        await using var host = new EngineHost();
        host.Activity("Next", call => call.GetInput<int>() + 1);
        host.Orchestration("Steps", async ctx =>
        {
            var value = 0;
            while (value < 1_000)
            {
                value = await ctx.CallActivityAsync<int>("Next", value);
            }

            ctx.SetCustomStatus("thousand");
            return value + await ctx.WaitForExternalEvent<int>("More");
        });

        var id = await host.ScheduleAsync("Steps");
        await host.UntilAtAsync(id, "thousand");
        var watch = Stopwatch.StartNew();
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "More", 7);

        Assert.Equal(1_007, await host.OutputOfAsync<int>(id));
        Tell("restarted and replayed", host, watch);
        Assert.InRange(host.Storage.Reads, 1, 100);
    }

    private static async Task<int> CountRunningAsync(EngineHost host)
    {
        var running = 0;
        var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 1_000);
        await foreach (var page in host.Client.GetAllInstancesAsync(query).AsPages())
        {
            running += page.Values.Count;
        }

        return running;
    }

    private void Tell(string what, EngineHost host, Stopwatch watch) => output.WriteLine(
        $"{what}: {watch.ElapsedMilliseconds} ms, {host.Storage.Reads} reads, {host.Storage.Writes} writes, {host.Storage.BytesWritten / 1024} KiB, the largest {host.Storage.LargestWrite / 1024} KiB");
}
