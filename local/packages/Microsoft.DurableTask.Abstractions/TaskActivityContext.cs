namespace Microsoft.DurableTask;

/// <summary>What an activity can know about its call.</summary>
public abstract class TaskActivityContext
{
    public abstract TaskName Name { get; }

    /// <summary>The id of the orchestration that called the activity.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version the activity was called with; empty for none.</summary>
    public virtual string Version => string.Empty;
}
