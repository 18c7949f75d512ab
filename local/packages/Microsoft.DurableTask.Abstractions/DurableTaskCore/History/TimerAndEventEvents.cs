namespace DurableTask.Core.History;

public class TimerCreatedEvent(int eventId, DateTime fireAt) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TimerCreated;

    public DateTime FireAt { get; set; } = fireAt;
}

public class TimerFiredEvent(int eventId, DateTime fireAt) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TimerFired;

    /// <summary>The <see cref="HistoryEvent.EventId"/> of the timer.</summary>
    public int TimerId { get; set; }

    public DateTime FireAt { get; set; } = fireAt;
}

/// <summary>An event reached the orchestration from outside.</summary>
public class EventRaisedEvent(int eventId, string? input) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.EventRaised;

    public string? Name { get; set; }

    public string? Input { get; set; } = input;
}

/// <summary>The orchestration sent an event to another.</summary>
public class EventSentEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.EventSent;

    public string? InstanceId { get; set; }

    public string? Name { get; set; }

    public string? Input { get; set; }
}
