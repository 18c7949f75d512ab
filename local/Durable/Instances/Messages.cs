using Local.Durable.History;

namespace Local.Durable.Instances;

/// <summary>Something an instance's actor is asked to do. <see cref="Done"/> ends when its effect is durable, or when there was none to have.</summary>
internal abstract class Message
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public virtual void Complete() => _done.TrySetResult();

    public virtual void Fail(Exception failure)
    {
        _done.TrySetException(failure);

        // Not everyone who asks waits for the answer; the engine's fault is reported by the engine.
        _ = _done.Task.Exception;
    }
}

/// <summary>A message with an answer.</summary>
internal abstract class Question<T> : Message
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    /// <summary>What the answer will be once the step is durable.</summary>
    public T? Result { get; set; }

    public override void Complete()
    {
        _answer.TrySetResult(Result!);
        base.Complete();
    }

    public override void Fail(Exception failure)
    {
        _answer.TrySetException(failure);
        _ = _answer.Task.Exception;
        base.Fail(failure);
    }
}

/// <summary>A new instance, from a client. The answer is false when an instance of the id stands in the way.</summary>
/// <param name="request">The new instance.</param>
/// <param name="replaceable">Statuses in which an existing instance gives way.</param>
internal sealed class StartMessage(StartRequest request, IReadOnlySet<InstanceStatus> replaceable) : Question<bool>
{
    public StartRequest Request { get; } = request;

    public IReadOnlySet<InstanceStatus> Replaceable { get; } = replaceable;
}

internal sealed record StartRequest(string Name, string Version, Payload? Input)
{
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    public ParentLink? Parent { get; init; }

    /// <summary>The W3C traceparent of whoever starts it; null where nobody traces.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>What came of a wish to restart an instance under its own id.</summary>
internal enum RestartOutcome
{
    NotFound,
    NotEnded,
    Restarted,
}

internal sealed class RestartMessage : Question<RestartOutcome>;

internal sealed class RaiseMessage(string name, Payload? data) : Message
{
    public string Name { get; } = name;

    public Payload? Data { get; } = data;
}

internal sealed class SuspendMessage(string? reason) : Message
{
    public string? Reason { get; } = reason;
}

internal sealed class ResumeMessage(string? reason) : Message
{
    public string? Reason { get; } = reason;
}

internal sealed class TerminateMessage(Payload? output, bool recursive) : Message
{
    public Payload? Output { get; } = output;

    public bool Recursive { get; } = recursive;
}

/// <summary>An activity of <paramref name="executionId"/> has ended.</summary>
internal sealed class ActivityEndedMessage(string executionId, CompletionEvent end) : Message
{
    public string ExecutionId { get; } = executionId;

    public CompletionEvent End { get; } = end;
}

/// <summary>The orchestrator of <paramref name="executionId"/> was continued from outside of any turn.</summary>
internal sealed class BrokenMessage(string executionId, Failure failure) : Message
{
    public string ExecutionId { get; } = executionId;

    public Failure Failure { get; } = failure;
}

/// <summary>A message of another instance, or of this one to itself.</summary>
internal sealed class DeliveryMessage(string sender, OutboxMessage content) : Message
{
    public string Sender { get; } = sender;

    public OutboxMessage Content { get; } = content;

    /// <summary>False when the receiver refused it and its answer, not the receipt, settles the matter.</summary>
    public bool IsReceipt { get; set; } = true;
}

/// <summary>A message of this instance has been committed by its receiver.</summary>
internal sealed class DeliveredMessage(string messageId) : Message
{
    public string MessageId { get; } = messageId;
}

/// <summary>Look whether there is something to do: a timer is due, or the engine has just begun.</summary>
internal sealed class WakeMessage : Message;

/// <summary>Store that messages have arrived, so that the instance can leave memory.</summary>
internal sealed class TidyMessage : Message;

/// <summary>The answer tells whether there was an ended instance to purge, and which it had started.</summary>
internal sealed class PurgeMessage : Question<PurgeOutcome>;

internal sealed record PurgeOutcome(bool WasPurged, IReadOnlyList<string> Children);
