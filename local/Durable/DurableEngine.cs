using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Local.Durable.Client;
using Local.Durable.Ownership;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Local.Durable;

/// <summary>
/// Runs durable orchestrations on a table and a container. One process at a time may run a task hub; see README.md for what it promises.
/// </summary>
public sealed partial class DurableEngine : IAsyncDisposable
{
    private readonly DurableOptions _options;
    private readonly Engine _engine;
    private readonly OwnerLease _lease;
    private readonly Retention _retention;
    private State _state = State.New;
    private bool _isDisposed;

    /// <exception cref="ArgumentException">The options name an impossible task hub.</exception>
    public DurableEngine(
        TableServiceClient tables, BlobServiceClient blobs, DurableRegistry registry, DurableOptions options, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        if (!LegalHub().IsMatch(options.TaskHub))
        {
            throw new ArgumentException(
                $"'{options.TaskHub}' is no name for a task hub: 3 to 45 letters and digits, the first a letter.", nameof(options));
        }

        _options = options;
        var container = blobs.GetBlobContainerClient(ContainerName(options.TaskHub));
        _engine = new Engine(options, registry, tables.GetTableClient(TableName(options.TaskHub)), container, loggers);
        _lease = new OwnerLease(options, container, _engine.Log);
        Client = new EngineClient(_engine, () => _state == State.Running);
        _retention = new Retention(Client, options, _engine.Log);
    }

    private enum State
    {
        New,
        Running,
        Ended,
    }

    /// <summary>The client of this engine's task hub; answers while the engine runs.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>
    /// Ends, with the reason as its result, when the engine cannot go on: the hub was taken over, or the store is gone. The engine has then
    /// stopped working, and the process should end. Never ends when the engine is stopped.
    /// </summary>
    public Task<Exception> Faulted => _engine.Faulted;

    /// <summary>Ends when everything that was unfinished at the start has been taken up again.</summary>
    internal Task Recovered { get; private set; } = Task.CompletedTask;

    /// <summary>Purges now what <see cref="DurableOptions.KeepEnded"/> keeps no longer.</summary>
    internal Task<int> PurgeOldAsync() => _retention.LookAsync();

    /// <summary>How many instances are in memory.</summary>
    internal int InstancesInMemory => _engine.Instances.Count;

    public static string TableName(string taskHub) => taskHub + "Instances";

    public static string ContainerName(string taskHub)
    {
        ArgumentNullException.ThrowIfNull(taskHub);
#pragma warning disable CA1308 // Names of containers are lower case.
        return taskHub.ToLowerInvariant() + "-history";
#pragma warning restore CA1308
    }

    /// <summary>Takes the task hub and begins to work; what was unfinished is taken up while requests are already answered.</summary>
    /// <exception cref="DurableEngineException">Another process runs the hub, or the store does not answer.</exception>
    /// <exception cref="InvalidOperationException">The engine was started before.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_state != State.New)
        {
            throw new InvalidOperationException("A durable engine starts once.");
        }

        await _engine.Store.CreateAsync().WaitAsync(cancellation);
        await _lease.AcquireAsync(_engine.Store.Calls).WaitAsync(cancellation);
        _lease.KeepRenewing(_engine.Fault);
        _state = State.Running;
        _engine.Log.Started(_options.TaskHub);
        Recovered = RecoverAsync();
        _retention.Begin();
    }

    /// <summary>
    /// Takes no more requests, tells running activities to end and gives them <see cref="DurableOptions.StopTimeout"/>, stores what ended, and
    /// releases the task hub.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        if (_state != State.Running)
        {
            return;
        }

        await _retention.StopAsync();
        _state = State.Ended;
        _engine.BeginStopping();
        try
        {
            await _engine.Busy.WhenIdleAsync().WaitAsync(_options.StopTimeout, _options.StoreTime, cancellation);
        }
        catch (TimeoutException)
        {
            _engine.Log.StopTimedOut("A step or an activity");
        }
        finally
        {
            _engine.CutOff(tellActivities: true);
            await _lease.ReleaseAsync();
            _engine.Log.Stopped(_options.TaskHub);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _state = State.Ended;
        if (!_isDisposed)
        {
            _isDisposed = true;
            _retention.Dispose();
            await _lease.DisposeAsync();
            await Client.DisposeAsync();
            _engine.CutOff(tellActivities: true);
            _engine.Dispose();
        }
    }

    /// <summary>Ends as a killed process does: nothing more is stored, told or released.</summary>
    internal void Abandon()
    {
        _state = State.Ended;
        _engine.CutOff(tellActivities: false);
        _lease.Abandon();
    }

    /// <summary>Ends when no step and no activity is under way.</summary>
    public Task WhenIdleAsync() => _engine.Busy.WhenIdleAsync();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$")]
    private static partial Regex LegalHub();

    private async Task RecoverAsync()
    {
        try
        {
            await Task.Run(() => Recovery.RunAsync(_engine));
        }
        catch (Exception failure) when (!_engine.IsStopping)
        {
            _engine.Fault(failure);
        }
        catch (Exception failure)
        {
            _engine.Log.RecoveryInterrupted(failure);
        }
    }
}
