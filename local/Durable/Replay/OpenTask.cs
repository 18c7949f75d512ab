using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>Something an orchestrator began and that has not ended: an activity, a sub-orchestration or a timer.</summary>
/// <remarks>
/// Continuations run inside the call that ends the task. To defer them would send those of WhenAny to the thread pool, out of the turn.
/// </remarks>
internal sealed class OpenTask(OutgoingEvent begun)
{
    private readonly TaskCompletionSource<CompletionEvent> _ended = new();

    public OutgoingEvent Begun { get; } = begun;

    public Task<CompletionEvent> Ended => _ended.Task;

    public void End(CompletionEvent end) => _ended.TrySetResult(end);

    public void Cancel(CancellationToken token) => _ended.TrySetCanceled(token);
}
