using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>The side of the context that the engine moves.</summary>
internal sealed partial class ReplayContext
{
    private readonly List<OutgoingEvent> _done = [];
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly List<TimerCanceled> _canceled = [];
    private DateTime _now;
    private bool _isReplaying = true;
    private Payload? _customStatus;
    private Restart? _restart;

    internal TurnSynchronizationContext Thread { get; }

    /// <summary>Everything the orchestrator has done, in order; the place of an entry is its id.</summary>
    internal IReadOnlyList<OutgoingEvent> Done => _done;

    /// <summary>Timers cancelled since replay ended.</summary>
    internal IReadOnlyList<TimerCanceled> CanceledTimers => _canceled;

    /// <summary>Whether the orchestrator has begun something that has not ended.</summary>
    internal bool HasOpenTasks => _open.Count > 0;

    /// <summary>Whether anything the engine knows of can make the orchestrator go on.</summary>
    internal bool CanGoOn => HasOpenTasks || _events.HasWaiters;

    internal Payload? CustomStatus => _customStatus;

    internal Restart? RequestedRestart => _restart;

    internal IReadOnlyList<EventRaised> UnreadEvents => _events.Unread;

    internal void BeginTurn(DateTime now) => _now = now;

    internal void EndReplay() => _isReplaying = false;

    internal void Raise(EventRaised raised) => _events.Raise(raised);

    /// <summary>Ends what the event is about; without effect when that has ended or was cancelled.</summary>
    internal void End(CompletionEvent end)
    {
        if (_open.Remove(end.Id, out var task))
        {
            task.End(end);
        }
    }

    private OpenTask Begin(Func<int, OutgoingEvent> describe)
    {
        EnsureTurnThread();
        var task = new OpenTask(describe(_done.Count));
        _done.Add(task.Begun);
        _open.Add(task.Begun.Id, task);
        return task;
    }

    private void CancelTimer(OpenTask timer, CancellationToken cancellation)
    {
        if (!IsTurnThreadElseReport() || !_open.Remove(timer.Begun.Id))
        {
            return;
        }

        if (!_isReplaying)
        {
            _canceled.Add(new TimerCanceled(timer.Begun.Id));
        }

        timer.Cancel(cancellation);
    }

    // A cancellation that comes from another thread must not throw there: it would end the process.
    private bool IsTurnThreadElseReport()
    {
        if (Thread.IsTurnThread)
        {
            return true;
        }

        Thread.ReportForeignWork();
        return false;
    }

    /// <summary>A wish to continue as new, carried out when the orchestrator returns.</summary>
    internal sealed record Restart(Payload? Input, string Version, bool KeepEvents);
}
