using Azure;
using Local.Durable.History;
using Local.Durable.Replay;
using Local.Durable.Tracing;

namespace Local.Durable.Instances;

/// <summary>
/// All that is known of one instance; what its record, chunks and payloads hold. Only the instance's actor touches it, and throws it away
/// when a step fails on the way to the store.
/// </summary>
internal sealed class InstanceState
{
    public required string InstanceId { get; init; }

    public required string Name { get; set; }

    public required string Version { get; set; }

    /// <summary>Changes with every start, restart and continue-as-new, so that results for an earlier execution are known as such.</summary>
    public required string ExecutionId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ParentLink? Parent { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>When the first turn may run; null for at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Null where nobody traces it.</summary>
    public ExecutionTrace? Trace { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public InstanceStatus Status { get; set; } = InstanceStatus.Pending;

    public Payload? Input { get; set; }

    public Payload? Output { get; set; }

    public Payload? CustomStatus { get; set; }

    public Failure? Failure { get; set; }

    public InstanceHistory History { get; set; } = new();

    /// <summary>Messages that other instances have not yet committed.</summary>
    public List<OutboxMessage> Outbox { get; init; } = [];

    /// <summary>Ids of messages received whose senders may still send them again.</summary>
    public HashSet<string> Seen { get; init; } = [];

    /// <summary>Whether anything was ever written beside the record.</summary>
    public bool HasBlobs { get; set; }

    /// <summary>The version of the stored record; null before the first commit.</summary>
    public ETag? ETag { get; set; }

    /// <summary>When something falls due by the clock; null for nothing, and while suspended.</summary>
    public DateTimeOffset? NextDue => Status switch
    {
        InstanceStatus.Suspended => null,
        _ when Status.HasEnded() => null,
        InstanceStatus.Pending when !History.IsStarted => StartAt,
        _ => DueOf(History.Open.NextTimer),
    };

    /// <summary>Whether a restart of the engine has to take the instance up by itself.</summary>
    public bool HasWork => Outbox.Count > 0 || (!Status.HasEnded() && (History.Open.Activities.Count > 0 || WantsTurn));

    // A table holds no time before 1601; what was due before the instance was there is due at once.
    private DateTimeOffset? DueOf(DateTime? timer) => timer < CreatedAt.UtcDateTime
        ? CreatedAt
        : timer is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    private bool WantsTurn => Status != InstanceStatus.Suspended && (History.HasHeld || (!History.IsStarted && StartAt is null));

    /// <summary>Whether the orchestrator may be told to begin.</summary>
    public bool IsStartDue(DateTimeOffset now) => !History.IsStarted && (StartAt is null || StartAt <= now);

    public ExecutionIdentity Identity => new(InstanceId, ExecutionId, Name, Version, Input, Parent?.ToParent(), Tags);
}
