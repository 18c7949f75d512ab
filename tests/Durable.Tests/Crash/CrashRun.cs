using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Durable.Tests.Crasher;
using Durable.Tests.Harness;
using Local.Durable;
using Tests.Support;

namespace Durable.Tests.Crash;

/// <summary>A write to break, counted from the start of the engine that makes it.</summary>
internal sealed record Break(long Write, WriteFault Fault);

/// <summary>How a run of the workload ended.</summary>
/// <param name="Ends">Status and output of each instance.</param>
/// <param name="Writes">The writes of each engine in turn.</param>
/// <param name="Broken">What the broken writes were.</param>
/// <param name="Workload">What activities and orchestrators did, over all engines.</param>
/// <param name="AtKill">The activities that had run at each kill.</param>
internal sealed record CrashReport(
    IReadOnlyDictionary<string, string> Ends,
    IReadOnlyList<long> Writes,
    IReadOnlyList<string> Broken,
    Workload Workload,
    IReadOnlyList<IReadOnlyDictionary<string, int>> AtKill);

/// <summary>Runs the workload on a fresh store with one engine after the other, each cut at the write it is told, the last one to the end.</summary>
internal static class CrashRun
{
    private static readonly TimeSpan FarAway = TimeSpan.FromHours(1);

    public static Task<CrashReport> RunAsync(params IReadOnlyList<Break> breaks) => RunAsync(static _ => { }, breaks);

    /// <param name="configure">Sets what differs from the defaults on each engine's options.</param>
    /// <param name="breaks">The write at which each engine in turn is cut.</param>
    public static async Task<CrashReport> RunAsync(Action<DurableOptions> configure, IReadOnlyList<Break> breaks)
    {
        var azurite = await SharedAzurite.GetAsync();
        var hub = AzuriteServer.UniqueName("crash");
        var clock = new ManualTimeProvider();
        var workload = new Workload(TimeSpan.FromMinutes(1));
        var (writes, broken, atKill) = (new List<long>(), new List<string>(), new List<IReadOnlyDictionary<string, int>>());
        using var limit = new CancellationTokenSource(2 * EngineHost.Limit);
        using var over = new CancellationTokenSource();
        var time = PassTimeAsync(clock, over.Token);
        try
        {
            for (var life = 0; ; life++)
            {
                using var probe = new StorageProbe();
                if (life < breaks.Count)
                {
                    probe.BreakWrite(breaks[life].Write, breaks[life].Fault);
                }

                using var log = new LogRecorder();
                var options = new DurableOptions { TaskHub = hub, Time = clock, IsHolderAlive = static _ => false };
                configure(options);
                await using var engine = new DurableEngine(
                    new TableServiceClient(azurite.ConnectionString, EngineHost.AtOnce(new TableClientOptions { Transport = probe })),
                    new BlobServiceClient(azurite.ConnectionString, EngineHost.AtOnce(new BlobClientOptions { Transport = probe })),
                    workload.Register(new DurableRegistry()),
                    options,
                    log);
                using var cut = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
                var living = LiveAsync(engine, cut.Token);
                var first = await Task.WhenAny(living, probe.Killed);
                writes.Add(probe.Writes);
                broken.AddRange(breaks.Skip(life).Take(1).SelectMany(it => probe.Journal.Where(line => line.StartsWith($"{it.Write}: ", StringComparison.Ordinal))));
                if (first == living)
                {
                    return new CrashReport(await living, writes, broken, workload, atKill);
                }

                engine.Abandon();
                await cut.CancelAsync();
                atKill.Add(new Dictionary<string, int>(workload.ActivityRuns));
            }
        }
        finally
        {
            await over.CancelAsync();
            await time;
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> LiveAsync(DurableEngine engine, CancellationToken cancellation)
    {
        await engine.StartAsync(cancellation);
        var driving = new Driver(engine.Client).RunAsync(cancellation);
        if (await Task.WhenAny(driving, engine.Faulted) != driving)
        {
            throw await engine.Faulted;
        }

        var ends = await driving;
        await engine.StopAsync(cancellation);
        return ends;
    }

    // Time goes to the next timer as soon as there is one; what is far away is a time-out that nothing in the workload lets pass.
    private static async Task PassTimeAsync(ManualTimeProvider clock, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await clock.TimerDueByAsync(clock.GetUtcNow() + FarAway).WaitAsync(over);
                if (clock.NextDue is { } due && due > clock.GetUtcNow() && due <= clock.GetUtcNow() + FarAway)
                {
                    clock.Advance(due - clock.GetUtcNow());
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
