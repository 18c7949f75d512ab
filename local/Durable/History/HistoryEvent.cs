using System.Text.Json.Serialization;

namespace Local.Durable.History;

/// <summary>
/// One line of an instance's history. A turn is a <see cref="TurnStarted"/>, the events it took in, then what the orchestrator did.
/// Events that came while no turn could run (suspended, not yet due, another version's) are <see cref="IncomingEvent.Held"/> and belong to the next turn.
/// The short names are the stored format: they are never reused for something else.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(TurnStarted), "turn")]
[JsonDerivedType(typeof(ExecutionStarted), "started")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(TaskCompleted), "done")]
[JsonDerivedType(typeof(TaskFailed), "failed")]
[JsonDerivedType(typeof(TimerFired), "fired")]
[JsonDerivedType(typeof(ChildCompleted), "child-done")]
[JsonDerivedType(typeof(ChildFailed), "child-failed")]
[JsonDerivedType(typeof(TaskScheduled), "task")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(ChildScheduled), "child")]
[JsonDerivedType(typeof(EventSent), "sent")]
[JsonDerivedType(typeof(TimerCanceled), "timer-canceled")]
[JsonDerivedType(typeof(ExecutionSuspended), "suspended")]
[JsonDerivedType(typeof(ExecutionResumed), "resumed")]
[JsonDerivedType(typeof(ExecutionEnded), "ended")]
internal abstract record HistoryEvent
{
    /// <summary>When it happened, of what stands outside a turn; what stands in one has the turn's time. Null in histories from before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? Noted { get; init; }
}

/// <summary>The orchestrator ran. <see cref="At"/> is what its clock showed.</summary>
internal sealed record TurnStarted(DateTime At) : HistoryEvent;

/// <summary>Something that happened to the instance and that its orchestrator has to hear of.</summary>
internal abstract record IncomingEvent : HistoryEvent
{
    /// <summary>True when it was stored outside a turn: the next turn begins with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Held { get; init; }
}

/// <summary>The first event that an orchestrator takes in.</summary>
internal sealed record ExecutionStarted(string Name, string Version, Payload? Input) : IncomingEvent;

internal sealed record EventRaised(string Name, Payload? Data) : IncomingEvent;

/// <summary>The end of something that the orchestrator had begun.</summary>
internal abstract record CompletionEvent(int Id) : IncomingEvent;

internal sealed record TaskCompleted(int Id, Payload? Result) : CompletionEvent(Id);

internal sealed record TaskFailed(int Id, Failure Failure) : CompletionEvent(Id);

internal sealed record TimerFired(int Id) : CompletionEvent(Id);

internal sealed record ChildCompleted(int Id, Payload? Result) : CompletionEvent(Id);

internal sealed record ChildFailed(int Id, Failure Failure) : CompletionEvent(Id);

/// <summary>Something the orchestrator did. <see cref="Id"/> counts these from 0 within an execution.</summary>
internal abstract record OutgoingEvent(int Id) : HistoryEvent;

internal sealed record TaskScheduled(int Id, string Name, string Version, Payload? Input) : OutgoingEvent(Id)
{
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

internal sealed record TimerCreated(int Id, DateTime FireAt) : OutgoingEvent(Id);

internal sealed record ChildScheduled(int Id, string InstanceId, string Name, string Version, Payload? Input) : OutgoingEvent(Id)
{
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

internal sealed record EventSent(int Id, string InstanceId, string Name, Payload? Data) : OutgoingEvent(Id);

/// <summary>The orchestrator no longer wants a timer. Replay does not need it: it makes the same cancellation again.</summary>
internal sealed record TimerCanceled(int Id) : HistoryEvent;

internal sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

internal sealed record ExecutionResumed(string? Reason) : HistoryEvent;

/// <summary>The last event of a history.</summary>
internal sealed record ExecutionEnded(InstanceStatus Status) : HistoryEvent;
