namespace Collaborations.Telemetry;

/// <summary>Work that a record says is due, and that an orchestration takes up.</summary>
public enum QueuedWork
{
    Code,
    Invitation,
    Reminder,
}
