using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>What a turn came to.</summary>
/// <param name="Done">What the orchestrator did in it, to be appended to the history in this order.</param>
/// <param name="CustomStatus">The status the orchestrator shows after it.</param>
/// <param name="End">Null when the orchestrator goes on.</param>
internal sealed record TurnResult(IReadOnlyList<HistoryEvent> Done, Payload? CustomStatus, TurnEnd? End);

/// <summary>How an execution ends.</summary>
internal abstract record TurnEnd;

internal sealed record Returned(Payload? Output) : TurnEnd;

internal sealed record Broke(Failure Failure) : TurnEnd;

/// <param name="Input">The next execution's input.</param>
/// <param name="Version">The next execution's version.</param>
/// <param name="Events">Events the next execution begins with.</param>
internal sealed record ContinuesAsNew(Payload? Input, string Version, IReadOnlyList<EventRaised> Events) : TurnEnd;
