using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>Options of an orchestration that a client starts.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>Not set: a new GUID.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When the orchestration begins; not set or past: at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    public TaskVersion? Version { get; init; }

    /// <summary>
    /// Names of the statuses in which an existing instance of the same id stands in the way of the new one.
    /// Null leaves that to the store; empty lets every status be replaced.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
