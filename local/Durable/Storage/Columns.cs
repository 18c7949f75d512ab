namespace Local.Durable.Storage;

/// <summary>The names of a record's columns.</summary>
internal static class Columns
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string InstanceId = "InstanceId";
    public const string Name = "Name";
    public const string Version = "Version";
    public const string Execution = "Execution";
    public const string Status = "Status";
    public const string Created = "Created";
    public const string Updated = "Updated";
    public const string StartAt = "StartAt";
    public const string Parent = "Parent";
    public const string Tags = "Tags";
    public const string Trace = "Trace";
    public const string Input = "Input";
    public const string Output = "Output";
    public const string CustomStatus = "CustomStatus";

    /// <summary>In numbered parts, two at most.</summary>
    public const string Failure = "Failure";

    public const string HasBlobs = "HasBlobs";

    /// <summary>The id of the commit that wrote the record: tells whether a write whose answer was lost has happened.</summary>
    public const string Commit = "Commit";

    /// <summary>The run of the engine that wrote the record.</summary>
    public const string Session = "Session";

    /// <summary>True until the instance has ended and every message of it has arrived: what a recovery reads.</summary>
    public const string Live = "Live";

    /// <summary>True when a recovery has to load the instance: something must be done that nobody else will ask for.</summary>
    public const string Work = "Work";

    /// <summary>When something falls due by the clock.</summary>
    public const string NextDue = "NextDue";

    /// <summary>Hashes of the sealed chunks, in order, parted by commas.</summary>
    public const string Chunks = "Chunks";

    public const string Tail = "Tail";
    public const string Outbox = "Outbox";

    /// <summary>The blob of an outbox too large for the record.</summary>
    public const string OutboxBlob = "OutboxBlob";

    public const string Seen = "Seen";

    /// <summary>What a query shows of an instance: everything but its history and messages.</summary>
    public static readonly string[] Header =
    [
        PartitionKey, RowKey, InstanceId, Name, Version, Execution, Status, Created, Updated, StartAt, Parent, Tags, Input, Output, CustomStatus,
        Failure + "0", Failure + "1", HasBlobs,
    ];

    /// <summary>What a recovery needs of an instance.</summary>
    public static readonly string[] Recovery = [PartitionKey, RowKey, InstanceId, NextDue, Work];
}
