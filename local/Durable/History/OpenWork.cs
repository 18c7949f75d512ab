using System.Diagnostics.CodeAnalysis;

namespace Local.Durable.History;

/// <summary>What an execution has begun and what has not ended, by id; follows from its history.</summary>
internal sealed class OpenWork
{
    private readonly Dictionary<int, TaskScheduled> _activities = [];
    private readonly Dictionary<int, ChildScheduled> _children = [];
    private readonly Dictionary<int, DateTime> _timers = [];

    public IReadOnlyCollection<TaskScheduled> Activities => _activities.Values;

    public IReadOnlyCollection<ChildScheduled> Children => _children.Values;

    /// <summary>When the next timer is due; null without timers.</summary>
    public DateTime? NextTimer => _timers.Count == 0 ? null : _timers.Values.Min();

    public bool HasActivity(int id) => _activities.ContainsKey(id);

    public bool TryGetChild(int id, [NotNullWhen(true)] out ChildScheduled? child) => _children.TryGetValue(id, out child);

    /// <summary>Timers that are due, the earliest first, of the same instant in the order they were created.</summary>
    public IEnumerable<int> DueTimers(DateTime now) =>
        [.. _timers.Where(timer => timer.Value <= now).OrderBy(timer => timer.Value).ThenBy(timer => timer.Key).Select(timer => timer.Key)];

    public void Apply(HistoryEvent historyEvent)
    {
        switch (historyEvent)
        {
            case TaskScheduled task:
                _activities.Add(task.Id, task);
                break;
            case ChildScheduled child:
                _children.Add(child.Id, child);
                break;
            case TimerCreated timer:
                _timers.Add(timer.Id, timer.FireAt);
                break;
            case TimerCanceled timer:
                _timers.Remove(timer.Id);
                break;
            case CompletionEvent end:
                Close(end.Id);
                break;
            case ExecutionEnded:
                Clear();
                break;
        }
    }

    /// <summary>Ids are unique over all three kinds, so one of them at most is closed.</summary>
    public void Close(int id) => _ = _activities.Remove(id) || _children.Remove(id) || _timers.Remove(id);

    public void Clear()
    {
        _activities.Clear();
        _children.Clear();
        _timers.Clear();
    }
}
