using System.Text.Json.Serialization;
using Local.Durable.History;

namespace Local.Durable.Instances;

/// <summary>
/// A message to another instance. It is committed with the step that sends it and stays in the sender's record until the receiver has
/// committed it; it may arrive twice, never not at all.
/// </summary>
/// <param name="Id">Unique over all instances: what a receiver knows a repeat by.</param>
/// <param name="Target">The receiver's instance id.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "m")]
[JsonDerivedType(typeof(StartChild), "start")]
[JsonDerivedType(typeof(ChildEnded), "ended")]
[JsonDerivedType(typeof(SentEvent), "event")]
[JsonDerivedType(typeof(TerminateChild), "terminate")]
internal abstract record OutboxMessage(string Id, string Target);

internal sealed record StartChild(string Id, string Target, string Name, string Version, Payload? Input, ParentLink Parent)
    : OutboxMessage(Id, Target)
{
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public string? TraceParent { get; init; }
}

/// <summary>To the parent. A failure means the sub-orchestration failed, was terminated or could not be started.</summary>
internal sealed record ChildEnded(string Id, string Target, string ParentExecutionId, int TaskId, Payload? Result, Failure? Failure)
    : OutboxMessage(Id, Target);

internal sealed record SentEvent(string Id, string Target, string Name, Payload? Data) : OutboxMessage(Id, Target);

/// <summary>Reaches its target only while that is still the sub-orchestration that <paramref name="Parent"/> started.</summary>
internal sealed record TerminateChild(string Id, string Target, Payload? Output, ParentLink Parent) : OutboxMessage(Id, Target);
