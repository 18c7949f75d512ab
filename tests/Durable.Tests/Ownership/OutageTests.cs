using Durable.Tests.Harness;
using Local.Durable;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Ownership;

/// <summary>The store is not to be reached for a while, or for good.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task ShortOne_IsWaitedFor()
    {
        await using var host = Counter();
        var id = await host.ScheduleAsync("Listen");
        await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);

        host.Storage.LoseStore(requests: 12);
        await host.Client.RaiseEventAsync(id, "Word", "heard");

        Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        Assert.False(host.Engine.Faulted.IsCompleted);
    }

    [Fact]
    public async Task LongOne_FaultsTheEngineWithASentenceAndLosesNothing()
    {
        await using var host = Counter();
        host.Configure = options => options.StoreTimeout = TimeSpan.FromMilliseconds(300);
        var id = await host.ScheduleAsync("Listen");
        await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
        var first = host.Engine;

        host.Storage.LoseStore(requests: long.MaxValue);
        await Assert.ThrowsAnyAsync<Exception>(() => host.Client.RaiseEventAsync(id, "Word", "unheard"));
        var fault = await first.Faulted.WaitAsync(EngineHost.Limit);
        Assert.IsType<DurableEngineException>(fault);
        Assert.Contains("store", fault.Message, StringComparison.Ordinal);

        await host.CrashAsync();
        await host.Client.RaiseEventAsync(id, "Word", "heard");
        Assert.Equal("heard", await host.OutputOfAsync<string>(id));
    }

    private static EngineHost Counter()
    {
        var host = new EngineHost();
        host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
        return host;
    }
}
