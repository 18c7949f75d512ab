namespace Azure.Data.Tables.Entities;

/// <summary>Names with a meaning of their own in the service's JSON ("Payload format for Table service operations").</summary>
internal static class PropertyNames
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string Metadata = "odata.metadata";
    public const string TypeSuffix = "@odata.type";

    /// <summary>What <see cref="ITableEntity.ETag"/> is called in a class.</summary>
    public const string ETagMember = "ETag";
}
