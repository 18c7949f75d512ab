using Local.Durable.History;
using Microsoft.DurableTask;

namespace Local.Durable.Replay;

/// <summary>
/// The events of one execution and those who wait for them, by name without regard to case. An event goes to the newest waiter, as in
/// the mirrored version; a waiter that was cancelled gets none; without a waiter the event is kept, in the order of arrival.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, List<IWaiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _unread = [];

    private interface IWaiter
    {
        Type Type { get; }

        bool IsWaiting { get; }

        void Take(EventRaised raised);
    }

    /// <summary>Events that nobody has taken, in the order they came.</summary>
    public IReadOnlyList<EventRaised> Unread => _unread;

    public bool HasWaiters => _waiters.Values.Any(waiters => waiters.Any(waiter => waiter.IsWaiting));

    public void Raise(EventRaised raised)
    {
        if (NewestWaiter(raised.Name) is { } waiter)
        {
            waiter.Take(raised);
        }
        else
        {
            _unread.Add(raised);
        }
    }

    /// <param name="name">The event's name.</param>
    /// <param name="isTurnThread">False when a cancellation comes from outside the turn; it is not heard then.</param>
    /// <param name="cancellation">Ends the wait, not the event.</param>
    /// <exception cref="ArgumentException">The name is awaited as another type.</exception>
    public Task<T> WaitAsync<T>(string name, Func<bool> isTurnThread, CancellationToken cancellation)
    {
        var first = _unread.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        var waiter = new Waiter<T>(converter);
        if (first >= 0 && !cancellation.IsCancellationRequested)
        {
            var raised = _unread[first];
            _unread.RemoveAt(first);
            waiter.Take(raised);
            return waiter.Task;
        }

        Add(name, waiter);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                if (isTurnThread())
                {
                    waiter.Cancel(cancellation);
                }
            });
        }

        return waiter.Task;
    }

    private void Add<T>(string name, Waiter<T> waiter)
    {
        if (!_waiters.TryGetValue(name, out var waiters))
        {
            _waiters[name] = waiters = [];
        }

        waiters.RemoveAll(other => !other.IsWaiting);
        if (waiters.Find(other => other.Type != typeof(T)) is { } other)
        {
            throw new ArgumentException(
                $"The event '{name}' is awaited as {other.Type.FullName} already and cannot be awaited as {typeof(T).FullName} too.", nameof(name));
        }

        waiters.Add(waiter);
    }

    private IWaiter? NewestWaiter(string name)
    {
        if (!_waiters.TryGetValue(name, out var waiters))
        {
            return null;
        }

        waiters.RemoveAll(waiter => !waiter.IsWaiting);
        if (waiters.Count == 0)
        {
            return null;
        }

        var newest = waiters[^1];
        waiters.RemoveAt(waiters.Count - 1);
        return newest;
    }

    private sealed class Waiter<T>(DataConverter converter) : IWaiter
    {
        private readonly TaskCompletionSource<T> _taken = new();

        public Task<T> Task => _taken.Task;

        public Type Type => typeof(T);

        public bool IsWaiting => !_taken.Task.IsCompleted;

        public void Cancel(CancellationToken cancellation) => _taken.TrySetCanceled(cancellation);

        public void Take(EventRaised raised)
        {
            T value;
            try
            {
                value = converter.Deserialize<T>(raised.Data?.Text)!;
            }
            catch (Exception cannotRead)
            {
                _taken.TrySetException(cannotRead);
                return;
            }

            _taken.TrySetResult(value);
        }
    }
}
