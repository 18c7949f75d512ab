namespace DurableTask.Core.History;

public class ExecutionStartedEvent(int eventId, string? input) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionStarted;

    public string? Name { get; set; }

    public string? Version { get; set; }

    public string? Input { get; set; } = input;

    public IDictionary<string, string>? Tags { get; set; }
}

/// <summary>It ended by itself, as <see cref="OrchestrationStatus"/> says.</summary>
public class ExecutionCompletedEvent(int eventId, string? result, OrchestrationStatus orchestrationStatus, FailureDetails? failureDetails = null)
    : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionCompleted;

    public OrchestrationStatus OrchestrationStatus { get; private set; } = orchestrationStatus;

    public string? Result { get; private set; } = result;

    public FailureDetails? FailureDetails { get; private set; } = failureDetails;
}

public class ContinueAsNewEvent(int eventId, string? input) : ExecutionCompletedEvent(eventId, input, OrchestrationStatus.ContinuedAsNew)
{
    public override EventType EventType => EventType.ContinueAsNew;
}

public class ExecutionTerminatedEvent(int eventId, string? input) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionTerminated;

    public string? Input { get; set; } = input;
}

public class ExecutionSuspendedEvent(int eventId, string? reason) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionSuspended;

    public string? Reason { get; set; } = reason;
}

public class ExecutionResumedEvent(int eventId, string? reason) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionResumed;

    public string? Reason { get; set; } = reason;
}

/// <summary>A turn of the orchestrator began.</summary>
public class OrchestratorStartedEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.OrchestratorStarted;
}

/// <summary>A turn of the orchestrator ended.</summary>
public class OrchestratorCompletedEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.OrchestratorCompleted;
}
