namespace Azure.Storage.Blobs.Models;

/// <summary>One blob in a list.</summary>
public class BlobItem
{
    internal BlobItem()
    {
    }

    public string Name { get; internal init; } = string.Empty;

    public bool Deleted { get; internal init; }

    /// <summary>Null for the blob itself.</summary>
    public string? Snapshot { get; internal init; }

    public string? VersionId { get; internal init; }

    public bool? IsLatestVersion { get; internal init; }

    public BlobItemProperties Properties { get; internal init; } = new();

    /// <summary>Names without regard to case. Empty unless <see cref="BlobTraits.Metadata"/> was asked for.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where there are none, or <see cref="BlobTraits.Tags"/> was not asked for.</summary>
    public IDictionary<string, string>? Tags { get; internal init; }
}

/// <summary>What a list tells of a blob; null where the service says nothing.</summary>
public class BlobItemProperties
{
    internal BlobItemProperties()
    {
    }

    public DateTimeOffset? LastModified { get; internal init; }

    public DateTimeOffset? CreatedOn { get; internal init; }

    public DateTimeOffset? DeletedOn { get; internal init; }

    public ETag? ETag { get; internal init; }

    /// <summary>In bytes.</summary>
    public long? ContentLength { get; internal init; }

    public string? ContentType { get; internal init; }

    public string? ContentEncoding { get; internal init; }

    public string? ContentLanguage { get; internal init; }

    /// <inheritdoc cref="BlobProperties.ContentHash"/>
    public byte[]? ContentHash { get; internal init; }

    public string? ContentDisposition { get; internal init; }

    public string? CacheControl { get; internal init; }

    public long? BlobSequenceNumber { get; internal init; }

    public BlobType? BlobType { get; internal init; }

    public LeaseStatus? LeaseStatus { get; internal init; }

    public LeaseState? LeaseState { get; internal init; }

    public LeaseDurationType? LeaseDuration { get; internal init; }

    public string? CopyId { get; internal init; }

    public CopyStatus? CopyStatus { get; internal init; }

    public Uri? CopySource { get; internal init; }

    public string? CopyProgress { get; internal init; }

    public DateTimeOffset? CopyCompletedOn { get; internal init; }

    public string? CopyStatusDescription { get; internal init; }

    public bool? ServerEncrypted { get; internal init; }

    public int? RemainingRetentionDays { get; internal init; }

    public AccessTier? AccessTier { get; internal init; }

    public bool AccessTierInferred { get; internal init; }

    public DateTimeOffset? AccessTierChangedOn { get; internal init; }

    public long? TagCount { get; internal init; }

    public bool? IsSealed { get; internal init; }

    public DateTimeOffset? LastAccessedOn { get; internal init; }
}

/// <summary>One line of a list by hierarchy: a blob, or a prefix that stands for all blobs under it.</summary>
public class BlobHierarchyItem
{
    internal BlobHierarchyItem(string? prefix, BlobItem? blob)
    {
        Prefix = prefix;
        Blob = blob;
    }

    /// <summary>Up to and with the delimiter; null for a blob.</summary>
    public string? Prefix { get; }

    /// <summary>Null for a prefix.</summary>
    public BlobItem? Blob { get; }

    public bool IsPrefix => Prefix is not null;

    public bool IsBlob => Blob is not null;
}

/// <summary>One blob found by its tags.</summary>
public class TaggedBlobItem
{
    internal TaggedBlobItem()
    {
    }

    public string BlobName { get; internal init; } = string.Empty;

    public string BlobContainerName { get; internal init; } = string.Empty;

    /// <summary>The tags the search asked about.</summary>
    public IDictionary<string, string> Tags { get; internal init; } = new Dictionary<string, string>();
}

/// <summary>A blob's tags.</summary>
public class GetBlobTagResult
{
    internal GetBlobTagResult()
    {
    }

    public IDictionary<string, string> Tags { get; internal init; } = new Dictionary<string, string>();
}
