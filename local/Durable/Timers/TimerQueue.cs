namespace Local.Durable.Timers;

/// <summary>
/// Calls back for each instance when its next moment is due. One timer of the clock serves them all; it is set anew at least every
/// <see cref="LongestWait"/>, because a clock's timers have a longest wait (49 days in .NET) and run on although the time of day is changed.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Action<string> _onDue;
    private readonly PriorityQueue<string, DateTimeOffset> _queue = new();
    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly ITimer _timer;
    private bool _isDisposed;

    public TimerQueue(TimeProvider time, Action<string> onDue)
    {
        _time = time;
        _onDue = onDue;
        _timer = time.CreateTimer(_ => CallBack(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Replaces what was set for the instance; null takes it away.</summary>
    public void Set(string instanceId, DateTimeOffset? due)
    {
        lock (_gate)
        {
            if (due is { } moment)
            {
                Put(instanceId, moment);
            }
            else
            {
                _due.Remove(instanceId);
            }
        }
    }

    /// <summary>Sets a moment that was read from the store, unless the instance has set one since.</summary>
    public void SetIfUnknown(string instanceId, DateTimeOffset due)
    {
        lock (_gate)
        {
            if (!_due.ContainsKey(instanceId))
            {
                Put(instanceId, due);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void Put(string instanceId, DateTimeOffset due)
    {
        if (_due.TryGetValue(instanceId, out var known) && known == due)
        {
            return;
        }

        _due[instanceId] = due;
        _queue.Enqueue(instanceId, due);
        if (_queue.Peek() == instanceId)
        {
            Arm();
        }
    }

    private void CallBack()
    {
        foreach (var instanceId in TakeDue())
        {
            _onDue(instanceId);
        }
    }

    private List<string> TakeDue()
    {
        var taken = new List<string>();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (_queue.TryPeek(out var instanceId, out var due))
            {
                // An entry that was replaced or taken away is still in the queue; what is set for the instance says so.
                var isCurrent = _due.TryGetValue(instanceId, out var set) && set == due;
                if (isCurrent && due > now)
                {
                    break;
                }

                _queue.Dequeue();
                if (isCurrent)
                {
                    _due.Remove(instanceId);
                    taken.Add(instanceId);
                }
            }

            Arm();
        }

        return taken;
    }

    private void Arm()
    {
        if (_isDisposed)
        {
            return;
        }

        var wait = _queue.TryPeek(out _, out var due) ? due - _time.GetUtcNow() : Timeout.InfiniteTimeSpan;
        if (wait != Timeout.InfiniteTimeSpan)
        {
            // Clocks count whole milliseconds; rounded down, the timer would come before its moment and find nothing due.
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(wait.TotalMilliseconds, 0, LongestWait.TotalMilliseconds)));
        }

        _timer.Change(wait, Timeout.InfiniteTimeSpan);
        if (wait > TimeSpan.Zero && due <= _time.GetUtcNow())
        {
            // The clock went on, or was set, while the timer was.
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
