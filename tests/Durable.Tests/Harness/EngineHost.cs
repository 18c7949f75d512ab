using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Durable.Tests.Crasher;
using Local.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tests.Support;

namespace Durable.Tests.Harness;

/// <summary>
/// One engine on a task hub of its own in the shared Azurite, with a clock the test moves. Orchestrations and activities are
/// registered here and handed to each engine that is started, so they can be exchanged between two starts.
/// The first use starts the engine.
/// </summary>
internal sealed class EngineHost : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come: far above what it takes, so that only a fault reaches it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<ActivityCall, Task<object?>>> _activities = new(StringComparer.Ordinal);
    private readonly List<StorageProbe> _probes = [];
    private DurableEngine? _engine;
    private bool _cut;

    public string TaskHub { get; init; } = AzuriteServer.UniqueName("hub");

    public ManualTimeProvider Clock { get; init; } = new();

    public LogRecorder Logs { get; } = new();

    /// <summary>Sets what differs from the defaults on the options of each engine that is started.</summary>
    public Action<DurableOptions> Configure { get; set; } = static _ => { };

    public DurableEngine Engine => _engine ?? throw new InvalidOperationException("The engine has not been started.");

    public DurableTaskClient Client => Engine.Client;

    /// <summary>The storage traffic of the engine that runs now.</summary>
    public StorageProbe Storage => _probes[^1];

    public void Orchestration(string name, Func<TaskOrchestrationContext, Task<object?>> orchestration) => _orchestrations[name] = orchestration;

    public void Activity(string name, Func<ActivityCall, object?> activity) => _activities[name] = call => Task.FromResult(activity(call));

    public void AsyncActivity(string name, Func<ActivityCall, Task<object?>> activity) => _activities[name] = activity;

    public void Forget(string name)
    {
        _orchestrations.Remove(name);
        _activities.Remove(name);
    }

    /// <summary>Builds an engine on this host's store without starting it; its traffic passes <paramref name="probe"/>.</summary>
    public async Task<DurableEngine> BuildAsync(StorageProbe probe)
    {
        var azurite = await SharedAzurite.GetAsync();
        var registry = new DurableRegistry();
        foreach (var (name, orchestration) in _orchestrations)
        {
            registry.AddOrchestration(name, orchestration);
        }

        foreach (var (name, activity) in _activities)
        {
            registry.AddActivity(name, activity);
        }

        // The holder that was cut was an engine of this very process, which lives on.
        var options = new DurableOptions { TaskHub = TaskHub, Time = Clock, IsHolderAlive = _ => !_cut };
        Configure(options);
        return new DurableEngine(
            new TableServiceClient(azurite.ConnectionString, AtOnce(new TableClientOptions { Transport = probe })),
            new BlobServiceClient(azurite.ConnectionString, AtOnce(new BlobClientOptions { Transport = probe })),
            registry,
            options,
            Logs);
    }

    public async Task<DurableEngine> StartAsync(StorageProbe? probe = null)
    {
        if (_engine is null)
        {
            _probes.Add(probe ?? new StorageProbe());
            var engine = await BuildAsync(Storage);
            using var limit = new CancellationTokenSource(Limit);
            await engine.StartAsync(limit.Token);
            _engine = engine;
            _cut = false;
        }

        return _engine;
    }

    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await Engine.StopAsync(limit.Token);
        _engine = null;
    }

    /// <summary>Stops the engine in good order and starts a new one on the same store.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Cuts the engine dead, requests in flight included, and starts a new one on the same store.</summary>
    public async Task CrashAsync(StorageProbe? probe = null)
    {
        Cut();
        await StartAsync(probe);
    }

    /// <summary>Cuts the engine dead: nothing of it reaches the store from here on.</summary>
    public void Cut()
    {
        Storage.Kill();
        Engine.Abandon();
        _engine = null;
        _cut = true;
    }

    public async Task<string> ScheduleAsync(string name, object? input = null, StartOrchestrationOptions? options = null)
    {
        await StartAsync();
        return await Client.ScheduleNewOrchestrationInstanceAsync(name, input, options);
    }

    public Task<string> ScheduleAsync(string name, object? input, string instanceId) =>
        ScheduleAsync(name, input, new StartOrchestrationOptions(instanceId));

    /// <summary>The instance when it has ended, with inputs and outputs.</summary>
    public async Task<OrchestrationMetadata> CompletionAsync(string instanceId)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{await DescribeAsync(instanceId)} did not end within {Limit}.");
        }
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, StartOrchestrationOptions? options = null) =>
        await CompletionAsync(await ScheduleAsync(name, input, options));

    /// <summary>Runs an orchestration to its end, which must be Completed, and reads its output.</summary>
    public async Task<T> OutputAsync<T>(string name, object? input = null) => Output<T>(await RunAsync(name, input));

    public async Task<T> OutputOfAsync<T>(string instanceId) => Output<T>(await CompletionAsync(instanceId));

    /// <summary>The client waits for start and for completion only; any other state is asked for again until it is seen.</summary>
    public async Task<OrchestrationMetadata> UntilAsync(string instanceId, Func<OrchestrationMetadata, bool> seen)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        try
        {
            while (true)
            {
                if (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, limit.Token) is { } instance && seen(instance))
                {
                    return instance;
                }

                await pause.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{await DescribeAsync(instanceId)} did not come to the state waited for within {Limit}.");
        }
    }

    public Task<OrchestrationMetadata> UntilStatusAsync(string instanceId, OrchestrationRuntimeStatus status) =>
        UntilAsync(instanceId, instance => instance.RuntimeStatus == status);

    /// <summary>Waits for the custom status that an orchestration sets to say where it stands.</summary>
    public Task<OrchestrationMetadata> UntilAtAsync(string instanceId, string customStatus) =>
        UntilAsync(instanceId, instance => instance.SerializedCustomStatus is not null && instance.ReadCustomStatusAs<string>() == customStatus);

    /// <summary>Waits until the engine has a timer due within that time, then moves the clock by it.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await Clock.TimerDueByAsync(Clock.GetUtcNow() + by).WaitAsync(Limit);
        Clock.Advance(by);
    }

    /// <summary>The blobs that stand in the containers of this host's task hub.</summary>
    public async Task<int> CountBlobsAsync()
    {
        var azurite = await SharedAzurite.GetAsync();
        var service = new BlobServiceClient(azurite.ConnectionString);
        var count = 0;
        await foreach (var _ in service.GetBlobContainerClient(DurableEngine.ContainerName(TaskHub)).GetBlobsAsync())
        {
            count++;
        }

        return count;
    }

    /// <summary>The client's retries without their pauses.</summary>
    public static T AtOnce<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxRetries = 3;
        return options;
    }

    public static T Output<T>(OrchestrationMetadata instance)
    {
        Assert.True(instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{instance} {instance.FailureDetails?.ErrorMessage} {instance.FailureDetails?.StackTrace}");
        return instance.ReadOutputAs<T>()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await StopAsync();
        }

        _probes.ForEach(probe => probe.Dispose());
        Logs.Dispose();
    }

    private async Task<string> DescribeAsync(string instanceId)
    {
        var instance = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true);
        var warnings = Logs.Entries.Where(entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
        return $"{instance?.ToString() ?? $"Instance '{instanceId}' (not there)"}, custom status {instance?.SerializedCustomStatus ?? "none"}, "
            + $"logged: {string.Join(" | ", warnings.TakeLast(5))}";
    }
}
