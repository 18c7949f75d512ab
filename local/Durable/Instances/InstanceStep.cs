using Local.Durable.History;
using Local.Durable.Tracing;

namespace Local.Durable.Instances;

/// <summary>
/// The steps of one instance. A step takes in messages, lets the orchestrator run, commits once, and only then lets the world know: activities
/// begin, messages leave, callers are answered.
/// </summary>
internal sealed partial class InstanceStep
{
    private readonly string _instanceId;
    private readonly Engine _engine;
    private readonly List<IncomingEvent> _fresh = [];
    private readonly List<Message> _taken = [];
    private readonly List<Message> _waitingForDelivery = [];
    private InstanceState? _state;
    private bool _isPresumed;
    private bool _isChanged;
    private bool _isTidied;
    private bool _mayRunHeld;

    private InstanceStep(string instanceId, Engine engine, InstanceState? state)
    {
        _instanceId = instanceId;
        _engine = engine;
        _state = state;
    }

    /// <summary>False while messages are on their way, or have arrived without the record saying so.</summary>
    public bool MayLeave => _state is not { Outbox.Count: > 0 } && _arrived.Count == 0;

    /// <summary>Whether a commit is all that keeps the instance from leaving memory.</summary>
    public bool NeedsTidying => _state is { Outbox.Count: 0 } && _arrived.Count > 0;

    private DateTimeOffset Now => _engine.Options.Time.GetUtcNow();

    /// <summary>Reads the instance and takes up what it was doing when it left memory or the engine ended.</summary>
    public static async Task<InstanceStep> LoadAsync(string instanceId, Engine engine)
    {
        var step = new InstanceStep(instanceId, engine, await engine.Store.LoadAsync(instanceId));
        step.TakeUp();
        return step;
    }

    /// <summary>For an instance that is about to be started and, most likely, is not there: nothing is read.</summary>
    public static InstanceStep Presume(string instanceId, Engine engine) => new(instanceId, engine, null) { _isPresumed = true };

    public async Task RunAsync(IReadOnlyList<Message> batch)
    {
        foreach (var message in batch)
        {
            switch (message)
            {
                case StartMessage start:
                    await FinishAsync();
                    await StartAsync(start);
                    break;
                case DeliveryMessage { Content: StartChild child } delivery:
                    await FinishAsync();
                    await StartChildAsync(delivery, child);
                    break;
                case RestartMessage restart:
                    await FinishAsync();
                    await RestartAsync(restart);
                    break;
                case PurgeMessage purge:
                    await FinishAsync();
                    await PurgeAsync(purge);
                    break;
                default:
                    Take(message);
                    _taken.Add(message);
                    break;
            }
        }

        await FinishAsync();
    }

    /// <summary>This memory of the instance is thrown away; who waits for something in it is told.</summary>
    public void GiveUp(Exception reason) => _waitingForDelivery.ForEach(message => message.Fail(reason));

    /// <summary>Ends the step: the orchestrator's turn if there is anything for it, the commit, and what follows from it.</summary>
    private async Task FinishAsync()
    {
        if (_state is { } state && !state.Status.HasEnded())
        {
            TakeDue(state);
            RunOrHold(state);
        }

        await CommitAsync();
        foreach (var message in _taken)
        {
            Receipt(message);
            message.Complete();
        }

        _taken.Clear();
        _mayRunHeld = false;
    }

    private async Task CommitAsync(bool isPresumed = false)
    {
        if (_state is not { } state || (!_isChanged && !_isTidied))
        {
            return;
        }

        ForgetSettled(state);
        state.UpdatedAt = _isChanged ? Now : state.UpdatedAt;
        await _engine.Store.CommitAsync(state, isPresumed);
        (_isChanged, _isTidied) = (false, false);
        ForgetArrived();
        Publish(state);
        await DeleteStaleBlobsAsync(state);
    }

    // What is due by the clock: the start, then timers. Nothing is while the instance is suspended.
    private void TakeDue(InstanceState state)
    {
        if (state.Status == InstanceStatus.Suspended)
        {
            return;
        }

        if (state.IsStartDue(Now) && !_fresh.Exists(incoming => incoming is ExecutionStarted))
        {
            _fresh.Insert(0, new ExecutionStarted(state.Name, state.Version, state.Input));
        }

        if (state.History.Open.NextTimer is { } due && due <= Now.UtcDateTime)
        {
            QueueAge.TimerTaken(Now.UtcDateTime - due);
        }

        foreach (var timer in state.History.Open.DueTimers(Now.UtcDateTime))
        {
            state.History.Open.Close(timer);
            _fresh.Add(new TimerFired(timer));
        }
    }

    private void RunOrHold(InstanceState state)
    {
        var isSuspended = state.Status == InstanceStatus.Suspended;
        if (_fresh.Count == 0 && (isSuspended || !_mayRunHeld || !state.History.HasHeld))
        {
            return;
        }

        var isStarted = state.History.IsStarted || _fresh.Exists(incoming => incoming is ExecutionStarted);
        if (isStarted && !isSuspended && MayRun(state))
        {
            _isChanged = true;
            RunTurns(state);
        }
        else
        {
            Hold(state);
        }
    }

    private void Hold(InstanceState state)
    {
        _isChanged |= _fresh.Count > 0;
        foreach (var incoming in _fresh)
        {
            state.History.Append(incoming with { Held = true, Noted = Now.UtcDateTime });
        }

        _fresh.Clear();
    }
}
