namespace Azure.Storage.Blobs.Models;

/// <summary>What comes with a blob's content: "Get Blob".</summary>
public class BlobDownloadDetails
{
    internal BlobDownloadDetails()
    {
    }

    public BlobType BlobType { get; internal init; }

    /// <summary>The length of what this answer carries, in bytes: of the range, where one was asked for.</summary>
    public long ContentLength { get; internal init; }

    public string? ContentType { get; internal init; }

    /// <summary>The MD5 of what this answer carries; null where the service states none, as for a range.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>The MD5 kept with the blob, beside the answer to a range; otherwise null.</summary>
    public byte[]? BlobContentHash { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    public DateTimeOffset CreatedOn { get; internal init; }

    /// <summary>Names without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>bytes first-last/all</c>; null where the answer is the whole blob.</summary>
    public string? ContentRange { get; internal init; }

    public ETag ETag { get; internal init; }

    public string? ContentEncoding { get; internal init; }

    public string? CacheControl { get; internal init; }

    public string? ContentDisposition { get; internal init; }

    public string? ContentLanguage { get; internal init; }

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

    public bool IsServerEncrypted { get; internal init; }

    /// <summary>Null where the account keeps no versions.</summary>
    public string? VersionId { get; internal init; }

    public long TagCount { get; internal init; }
}
