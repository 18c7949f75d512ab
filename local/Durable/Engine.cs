using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Local.Durable.Activities;
using Local.Durable.Client;
using Local.Durable.Instances;
using Local.Durable.Replay;
using Local.Durable.Storage;
using Local.Durable.Timers;
using Microsoft.Extensions.Logging;

namespace Local.Durable;

/// <summary>What the parts of one engine share, and how it ends.</summary>
internal sealed class Engine : IDisposable
{
    private readonly TaskCompletionSource<Exception> _faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private int _isStopping;
    private volatile bool _isDisposed;

    public Engine(
        DurableOptions options, DurableRegistry registry, TableClient table, BlobContainerClient container, ILoggerFactory loggers)
    {
        Options = options;
        Stopping = _stopping.Token;
        Registry = registry;
        Store = new InstanceStore(table, container, options);
        Log = new EngineLog(loggers.CreateLogger("Local.Durable"));
        Environment = new OrchestratorEnvironment(
            options.DataConverter, options.DefaultVersion ?? string.Empty, options.MaxPayloadLength, loggers);
        Versions = new VersionPolicy(options);
        StepSlots = new SemaphoreSlim(options.MaxConcurrentOrchestrations);
        Instances = new InstanceDirectory(this, options.MaxCachedInstances);
        Activities = new ActivityRunner(this);
        Timers = new TimerQueue(options.Time, instanceId => Instances.Post(instanceId, new WakeMessage()));
    }

    public DurableOptions Options { get; }

    public DurableRegistry Registry { get; }

    public InstanceStore Store { get; }

    public EngineLog Log { get; }

    public OrchestratorEnvironment Environment { get; }

    public VersionPolicy Versions { get; }

    /// <summary>Bounds the steps taken at the same time.</summary>
    public SemaphoreSlim StepSlots { get; }

    public InstanceDirectory Instances { get; }

    public ActivityRunner Activities { get; }

    public TimerQueue Timers { get; }

    public OutboxRegistry Outboxes { get; } = new();

    public Watchers Watchers { get; } = new();

    /// <summary>Steps and activities under way.</summary>
    public BusyCounter Busy { get; } = new();

    /// <summary>Cancelled when activities are to end.</summary>
    public CancellationToken Stopping { get; }

    public bool IsStopping => Volatile.Read(ref _isStopping) != 0;

    /// <summary>Ends, with the reason, when the engine cannot go on; never when it is stopped.</summary>
    public Task<Exception> Faulted => _faulted.Task;

    /// <summary>Ends when the engine makes no more calls to the store, for whatever reason.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Lets nothing new begin: activities are told to end, results are still taken in.</summary>
    public void BeginStopping()
    {
        if (Interlocked.Exchange(ref _isStopping, 1) == 0)
        {
            _stopping.Cancel();
        }
    }

    /// <summary>Makes no further call to the store and starts nothing: what a process that is killed does.</summary>
    /// <param name="tellActivities">False to leave running activities alone, as a kill would.</param>
    public void CutOff(bool tellActivities)
    {
        Store.Calls.CutOff();
        Timers.Dispose();
        _ended.TrySetResult();
        if (tellActivities)
        {
            BeginStopping();
        }
        else
        {
            Interlocked.Exchange(ref _isStopping, 1);
        }
    }

    /// <summary>Gives up: the store is another's, or gone.</summary>
    public void Fault(Exception reason)
    {
        if (!_isDisposed && _faulted.TrySetResult(reason))
        {
            Log.Faulted(reason);
            CutOff(tellActivities: true);
        }
    }

    /// <summary>Decides whether a failed step ends the engine or concerns its instance alone; gives what the askers are told.</summary>
    public Exception StepFailed(string instanceId, Exception failure)
    {
        if (Faulted.IsCompleted || Store.Calls.Cut.IsCancellationRequested)
        {
            return new DurableEngineException("The durable engine has stopped.", failure);
        }

        // A record the store will not take (400, 413) is one instance's trouble; a store that refuses or vanished is everyone's.
        if (failure is DurableEngineException or RequestFailedException { Status: not (400 or 413) })
        {
            Fault(failure);
            return new DurableEngineException("The durable engine has stopped.", failure);
        }

        Log.StepFailed(failure, instanceId);
        return failure;
    }

    public void Dispose()
    {
        _isDisposed = true;
        Timers.Dispose();
        Activities.Dispose();
        StepSlots.Dispose();
        Store.Dispose();
        _stopping.Dispose();
    }
}
