namespace Microsoft.DurableTask.Client;

/// <summary>Which instances to purge; only those that have ended are ever purged.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>The longest time one call may take; what is left then is for the next call. Null: until all is done.</summary>
    public TimeSpan? Timeout { get; init; }
}
