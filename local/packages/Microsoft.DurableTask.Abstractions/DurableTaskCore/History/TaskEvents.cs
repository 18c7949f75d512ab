namespace DurableTask.Core.History;

public class TaskScheduledEvent(int eventId, string name, string? version = null, string? input = null) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TaskScheduled;

    public string? Name { get; set; } = name;

    public string? Version { get; set; } = version;

    public string? Input { get; set; } = input;

    public IDictionary<string, string>? Tags { get; set; }
}

public class TaskCompletedEvent(int eventId, int taskScheduledId, string? result) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TaskCompleted;

    /// <summary>The <see cref="HistoryEvent.EventId"/> of what has ended.</summary>
    public int TaskScheduledId { get; private set; } = taskScheduledId;

    public string? Result { get; private set; } = result;
}

/// <summary>An activity failed. The client gives neither <see cref="Reason"/> nor <see cref="Details"/>.</summary>
public class TaskFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TaskFailed;

    public int TaskScheduledId { get; private set; } = taskScheduledId;

    public string? Reason { get; private set; } = reason;

    public string? Details { get; private set; } = details;

    public FailureDetails? FailureDetails { get; private set; } = failureDetails;
}

public class SubOrchestrationInstanceCreatedEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.SubOrchestrationInstanceCreated;

    public string? Name { get; set; }

    public string? Version { get; set; }

    public string? InstanceId { get; set; }

    public string? Input { get; set; }

    public IDictionary<string, string>? Tags { get; set; }
}

public class SubOrchestrationInstanceCompletedEvent(int eventId, int taskScheduledId, string? result) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.SubOrchestrationInstanceCompleted;

    public int TaskScheduledId { get; private set; } = taskScheduledId;

    public string? Result { get; private set; } = result;
}

public class SubOrchestrationInstanceFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
    : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.SubOrchestrationInstanceFailed;

    public int TaskScheduledId { get; private set; } = taskScheduledId;

    public string? Reason { get; private set; } = reason;

    public string? Details { get; private set; } = details;

    public FailureDetails? FailureDetails { get; internal set; } = failureDetails;
}
