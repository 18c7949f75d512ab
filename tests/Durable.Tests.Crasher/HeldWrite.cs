namespace Durable.Tests.Crasher;

/// <summary>A write that has left the engine and has not reached the store.</summary>
public sealed class HeldWrite
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the write has left the engine.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Lets it go on to the store.</summary>
    public void Release() => _released.TrySetResult();

    internal Task ArriveAsync()
    {
        _arrived.TrySetResult();
        return _released.Task;
    }
}
