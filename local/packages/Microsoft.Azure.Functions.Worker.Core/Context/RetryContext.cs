namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often the trigger has tried this event already.</summary>
public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
