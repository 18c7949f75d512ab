namespace Azure.Storage.Blobs.Models;

/// <summary>Everything the service tells of a blob beside its content: "Get Blob Properties".</summary>
public class BlobProperties
{
    internal BlobProperties()
    {
    }

    public DateTimeOffset LastModified { get; internal init; }

    public DateTimeOffset CreatedOn { get; internal init; }

    /// <summary>The default value where the account does not track it.</summary>
    public DateTimeOffset LastAccessed { get; internal init; }

    /// <summary>The default value where the blob stays until it is deleted.</summary>
    public DateTimeOffset ExpiresOn { get; internal init; }

    /// <summary>Names without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public BlobType BlobType { get; internal init; }

    public ETag ETag { get; internal init; }

    /// <summary>In bytes.</summary>
    public long ContentLength { get; internal init; }

    public string? ContentType { get; internal init; }

    /// <summary>The MD5 of the whole content, where the blob was written in one request or the writer stated it; otherwise null.</summary>
    public byte[]? ContentHash { get; internal init; }

    public string? ContentEncoding { get; internal init; }

    public string? ContentDisposition { get; internal init; }

    public string? ContentLanguage { get; internal init; }

    public string? CacheControl { get; internal init; }

    /// <summary>Of page blobs.</summary>
    public long BlobSequenceNumber { get; internal init; }

    /// <summary>Of append blobs.</summary>
    public int BlobCommittedBlockCount { get; internal init; }

    /// <summary>Of append blobs: nothing more can be appended.</summary>
    public bool IsSealed { get; internal init; }

    public string? AcceptRanges { get; internal init; }

    public LeaseStatus LeaseStatus { get; internal init; }

    public LeaseState LeaseState { get; internal init; }

    /// <summary>Says something while <see cref="LeaseState"/> is Leased only.</summary>
    public LeaseDurationType LeaseDuration { get; internal init; }

    /// <summary>Null where the blob was never the target of a copy.</summary>
    public string? CopyId { get; internal init; }

    /// <inheritdoc cref="CopyId"/>
    public CopyStatus? BlobCopyStatus { get; internal init; }

    public string? CopyStatusDescription { get; internal init; }

    /// <summary>Bytes copied and bytes in all, as <c>copied/all</c>.</summary>
    public string? CopyProgress { get; internal init; }

    public Uri? CopySource { get; internal init; }

    public DateTimeOffset CopyCompletedOn { get; internal init; }

    public bool IsServerEncrypted { get; internal init; }

    public string? AccessTier { get; internal init; }

    /// <summary>The tier is the account's, not the blob's own.</summary>
    public bool AccessTierInferred { get; internal init; }

    public DateTimeOffset AccessTierChangedOn { get; internal init; }

    /// <summary>Where a blob on its way back from the archive is going.</summary>
    public string? ArchiveStatus { get; internal init; }

    public string? RehydratePriority { get; internal init; }

    /// <summary>Null where the account keeps no versions.</summary>
    public string? VersionId { get; internal init; }

    public bool IsLatestVersion { get; internal init; }

    public long TagCount { get; internal init; }
}
