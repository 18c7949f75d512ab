using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public enum Quality
{
    Unknown,
    Good,
    Doubtful,
}

/// <summary>A row with a column of every type the service holds.</summary>
public sealed class Reading : ITableEntity
{
    public string PartitionKey { get; set; } = "sensor";

    public string RowKey { get; set; } = "1";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Label { get; set; }

    public int Count { get; set; }

    public int? CountOrNone { get; set; }

    public long Total { get; set; }

    public long? TotalOrNone { get; set; }

    public double Value { get; set; }

    public double? ValueOrNone { get; set; }

    public bool Valid { get; set; }

    public bool? ValidOrNone { get; set; }

    public Guid Device { get; set; }

    public Guid? DeviceOrNone { get; set; }

    // Year 1 lies before the first instant the service can hold (1601).
    public DateTimeOffset TakenAt { get; set; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset? TakenAtOrNone { get; set; }

    public DateTime StoredAt { get; set; } = DateTime.UnixEpoch;

    public DateTime? StoredAtOrNone { get; set; }

    public byte[]? Raw { get; set; }

    public BinaryData? Attachment { get; set; }

    public Quality Quality { get; set; }

    public Quality? QualityOrNone { get; set; }

    [DataMember(Name = "Unit_Code")]
    public string? Unit { get; set; }

    [IgnoreDataMember]
    public string? Scratch { get; set; }
}
