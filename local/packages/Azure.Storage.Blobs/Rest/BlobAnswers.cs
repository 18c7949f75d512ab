using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Makes the results of blob operations out of answers.</summary>
internal static class BlobAnswers
{
    public static BlobContentInfo ContentInfo(Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.LastModified(),
        ContentHash = response.Bytes("Content-MD5"),
        VersionId = response.Text("x-ms-version-id"),
    };

    public static BlobInfo Info(Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.LastModified(),
        VersionId = response.Text("x-ms-version-id"),
    };

    public static BlobAppendInfo AppendInfo(Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.LastModified(),
        ContentHash = response.Bytes("Content-MD5"),
        BlobAppendOffset = response.Text("x-ms-blob-append-offset") ?? string.Empty,
        BlobCommittedBlockCount = (int)response.Number("x-ms-blob-committed-block-count"),
        IsServerEncrypted = response.Flag("x-ms-request-server-encrypted"),
    };

    public static BlockInfo Block(Response response) => new() { ContentHash = response.Bytes("Content-MD5") };

    public static BlobSnapshotInfo SnapshotInfo(Response response) => new()
    {
        Snapshot = response.Text("x-ms-snapshot") ?? string.Empty,
        ETag = response.ETag(),
        LastModified = response.LastModified(),
        VersionId = response.Text("x-ms-version-id"),
        IsServerEncrypted = response.Flag("x-ms-request-server-encrypted"),
    };

    public static BlobCopyInfo CopyInfo(Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.LastModified(),
        CopyId = response.Text("x-ms-copy-id") ?? string.Empty,
        CopyStatus = AnswerParts.ParseCopyStatus(response.Text("x-ms-copy-status")) ?? default,
        VersionId = response.Text("x-ms-version-id"),
    };

    public static BlobLease Lease(Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.LastModified(),
        LeaseId = response.Text("x-ms-lease-id"),
        LeaseTime = (int?)AnswerParts.ParseNumber(response.Text("x-ms-lease-time")),
    };

    public static ReleasedObjectInfo Released(Response response) => new(response.ETag(), response.LastModified());

    public static BlobProperties Properties(Response response) => new()
    {
        LastModified = response.LastModified(),
        CreatedOn = response.Time("x-ms-creation-time") ?? default,
        LastAccessed = response.Time("x-ms-last-access-time") ?? default,
        ExpiresOn = response.Time("x-ms-expiry-time") ?? default,
        Metadata = response.Metadata(),
        BlobType = AnswerParts.ParseBlobType(response.Text("x-ms-blob-type")) ?? default,
        ETag = response.ETag(),
        ContentLength = response.Number("Content-Length"),
        ContentType = response.Text("Content-Type"),
        ContentHash = response.Bytes("Content-MD5"),
        ContentEncoding = response.Text("Content-Encoding"),
        ContentDisposition = response.Text("Content-Disposition"),
        ContentLanguage = response.Text("Content-Language"),
        CacheControl = response.Text("Cache-Control"),
        BlobSequenceNumber = response.Number("x-ms-blob-sequence-number"),
        BlobCommittedBlockCount = (int)response.Number("x-ms-blob-committed-block-count"),
        IsSealed = response.Flag("x-ms-blob-sealed"),
        AcceptRanges = response.Text("Accept-Ranges"),
        LeaseStatus = AnswerParts.ParseLeaseStatus(response.Text("x-ms-lease-status")) ?? default,
        LeaseState = AnswerParts.ParseLeaseState(response.Text("x-ms-lease-state")) ?? default,
        LeaseDuration = AnswerParts.ParseLeaseDuration(response.Text("x-ms-lease-duration")) ?? default,
        CopyId = response.Text("x-ms-copy-id"),
        BlobCopyStatus = AnswerParts.ParseCopyStatus(response.Text("x-ms-copy-status")),
        CopyStatusDescription = response.Text("x-ms-copy-status-description"),
        CopyProgress = response.Text("x-ms-copy-progress"),
        CopySource = response.Address("x-ms-copy-source"),
        CopyCompletedOn = response.Time("x-ms-copy-completion-time") ?? default,
        IsServerEncrypted = response.Flag("x-ms-server-encrypted"),
        AccessTier = response.Text("x-ms-access-tier"),
        AccessTierInferred = response.Flag("x-ms-access-tier-inferred"),
        AccessTierChangedOn = response.Time("x-ms-access-tier-change-time") ?? default,
        ArchiveStatus = response.Text("x-ms-archive-status"),
        RehydratePriority = response.Text("x-ms-rehydrate-priority"),
        VersionId = response.Text("x-ms-version-id"),
        IsLatestVersion = response.Flag("x-ms-is-current-version"),
        TagCount = response.Number("x-ms-tag-count"),
    };

    public static BlobDownloadDetails DownloadDetails(Response response) => new()
    {
        BlobType = AnswerParts.ParseBlobType(response.Text("x-ms-blob-type")) ?? default,
        ContentLength = response.Number("Content-Length"),
        ContentType = response.Text("Content-Type"),
        ContentHash = response.Bytes("Content-MD5"),
        BlobContentHash = response.Bytes("x-ms-blob-content-md5"),
        LastModified = response.LastModified(),
        CreatedOn = response.Time("x-ms-creation-time") ?? default,
        Metadata = response.Metadata(),
        ContentRange = response.Text("Content-Range"),
        ETag = response.ETag(),
        ContentEncoding = response.Text("Content-Encoding"),
        CacheControl = response.Text("Cache-Control"),
        ContentDisposition = response.Text("Content-Disposition"),
        ContentLanguage = response.Text("Content-Language"),
        BlobSequenceNumber = response.Number("x-ms-blob-sequence-number"),
        BlobCommittedBlockCount = (int)response.Number("x-ms-blob-committed-block-count"),
        IsSealed = response.Flag("x-ms-blob-sealed"),
        AcceptRanges = response.Text("Accept-Ranges"),
        LeaseStatus = AnswerParts.ParseLeaseStatus(response.Text("x-ms-lease-status")) ?? default,
        LeaseState = AnswerParts.ParseLeaseState(response.Text("x-ms-lease-state")) ?? default,
        LeaseDuration = AnswerParts.ParseLeaseDuration(response.Text("x-ms-lease-duration")) ?? default,
        IsServerEncrypted = response.Flag("x-ms-server-encrypted"),
        VersionId = response.Text("x-ms-version-id"),
        TagCount = response.Number("x-ms-tag-count"),
    };

    public static GetBlobTagResult Tags(Response response) =>
        new() { Tags = ListAnswers.Tags(response.Xml()) ?? new Dictionary<string, string>() };

    public static BlockList Blocks(Response response)
    {
        var root = response.Xml();
        return new BlockList
        {
            ETag = response.ETag(),
            LastModified = response.LastModified(),
            ContentType = response.Text("Content-Type"),
            BlobContentLength = response.Number("x-ms-blob-content-length"),
            CommittedBlocks = Blocks("CommittedBlocks"),
            UncommittedBlocks = Blocks("UncommittedBlocks"),
        };

        BlobBlock[] Blocks(string list) =>
        [
            .. from block in root.Element(list)?.Elements("Block") ?? []
               select new BlobBlock((string?)block.Element("Name") ?? string.Empty, (long?)block.Element("Size") ?? 0),
        ];
    }
}
