namespace Microsoft.DurableTask.Client;

public class PurgeResult
{
    public PurgeResult(int count)
    {
        if (count < 0)
        {
            throw new ArgumentException("The count of purged instances cannot be negative.", nameof(count));
        }

        PurgedInstanceCount = count;
    }

    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    public int PurgedInstanceCount { get; }

    /// <summary>False when the time ran out before everything the filter names was purged; null when that is not known.</summary>
    public bool? IsComplete { get; }
}
