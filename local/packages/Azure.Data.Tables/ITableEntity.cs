namespace Azure.Data.Tables;

/// <summary>What every row has; a class that implements it is stored by its public properties and fields.</summary>
public interface ITableEntity
{
    /// <summary>
    /// At most 1 KiB of text without <c>/ \ # ?</c> and control characters (the service's "Understanding the Table service data model").
    /// </summary>
    string PartitionKey { get; set; }

    /// <summary>Unique inside its partition; the same limits as <see cref="PartitionKey"/>.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; set by the service, never sent to it.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row as read, for conditional updates; never sent as a property.</summary>
    ETag ETag { get; set; }
}
