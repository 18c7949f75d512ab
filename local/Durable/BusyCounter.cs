namespace Local.Durable;

/// <summary>Counts what is under way, so that one can wait until nothing is.</summary>
internal sealed class BusyCounter
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource? _idle;

    public void Begin()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void End()
    {
        TaskCompletionSource? idle = null;
        lock (_gate)
        {
            if (--_count == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.SetResult();
    }

    /// <summary>Ends when nothing is under way; at once when nothing is now.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _count == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
