namespace Local.Durable.Replay;

/// <summary>
/// Runs an orchestrator's continuations one after the other on the thread of its turn, in the order they became ready, so that every
/// replay takes the same path. Work from any other thread means the orchestrator awaited something that is not in its history.
/// </summary>
internal sealed class TurnSynchronizationContext(Action onForeignWork) : SynchronizationContext
{
    [ThreadStatic]
    private static TurnSynchronizationContext? _running;

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();

    public bool IsTurnThread => _running == this;

    /// <summary>Says that a thread that is not the turn's tried to move the orchestrator.</summary>
    public void ReportForeignWork() => onForeignWork();

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsTurnThread)
        {
            _ready.Enqueue((d, state));
        }
        else
        {
            onForeignWork();
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsTurnThread)
        {
            d(state);
        }
        else
        {
            onForeignWork();
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Makes the present thread the turn's for as long as <paramref name="turn"/> runs.</summary>
    public T Run<T>(Func<T> turn)
    {
        var (outerRunning, outerContext) = (_running, Current);
        _running = this;
        SetSynchronizationContext(this);
        try
        {
            return turn();
        }
        finally
        {
            _running = outerRunning;
            SetSynchronizationContext(outerContext);
        }
    }

    /// <summary>Runs what is ready, and what that makes ready, until nothing is.</summary>
    public void Drain()
    {
        while (_ready.TryDequeue(out var work))
        {
            work.Callback(work.State);
        }
    }
}
