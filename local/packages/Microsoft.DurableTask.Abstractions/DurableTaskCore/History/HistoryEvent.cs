namespace DurableTask.Core.History;

/// <summary>One line of the history of an orchestration.</summary>
public abstract class HistoryEvent
{
    protected HistoryEvent(int eventId)
    {
        EventId = eventId;
        Timestamp = DateTime.UtcNow;
    }

    /// <summary>Of what the orchestrator did, its number within the execution; otherwise -1.</summary>
    public int EventId { get; internal set; }

    public bool IsPlayed { get; set; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTime Timestamp { get; set; }

    public virtual EventType EventType { get; private set; }
}
