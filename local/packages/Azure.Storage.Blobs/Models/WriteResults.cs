using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>What a write of a blob's content answers.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>The MD5 of what this request carried; null where the service states none.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>Null where the account keeps no versions.</summary>
    public string? VersionId { get; internal init; }
}

/// <summary>What a change of a blob's headers or metadata answers.</summary>
public class BlobInfo
{
    internal BlobInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Null where the account keeps no versions.</summary>
    public string? VersionId { get; internal init; }
}

/// <summary>What an append answers.</summary>
public class BlobAppendInfo
{
    internal BlobAppendInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>The MD5 of the block; null where the service states none.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>Where the block begins, in bytes, as decimal digits.</summary>
    public string BlobAppendOffset { get; internal init; } = string.Empty;

    /// <summary>At most 50,000.</summary>
    public int BlobCommittedBlockCount { get; internal init; }

    public bool IsServerEncrypted { get; internal init; }
}

/// <summary>What staging a block answers.</summary>
public class BlockInfo
{
    internal BlockInfo()
    {
    }

    /// <summary>The MD5 of the block; null where the service states none.</summary>
    public byte[]? ContentHash { get; internal init; }
}

/// <summary>A snapshot just made.</summary>
public class BlobSnapshotInfo
{
    internal BlobSnapshotInfo()
    {
    }

    /// <summary>The time that names the snapshot.</summary>
    public string Snapshot { get; internal init; } = string.Empty;

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Null where the account keeps no versions.</summary>
    public string? VersionId { get; internal init; }

    public bool IsServerEncrypted { get; internal init; }
}

/// <summary>What a copy within one request answers.</summary>
public class BlobCopyInfo
{
    internal BlobCopyInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    public string CopyId { get; internal init; } = string.Empty;

    public CopyStatus CopyStatus { get; internal init; }

    /// <summary>Null where the account keeps no versions.</summary>
    public string? VersionId { get; internal init; }
}

/// <summary>A lease as its operations answer it.</summary>
public class BlobLease
{
    internal BlobLease()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Null after a break.</summary>
    public string? LeaseId { get; internal init; }

    /// <summary>After a break: the seconds for which nobody can take a new lease.</summary>
    public int? LeaseTime { get; internal init; }
}

/// <summary>What was released from a lease.</summary>
public class ReleasedObjectInfo
{
    public ReleasedObjectInfo(ETag eTag, DateTimeOffset lastModified)
    {
        ETag = eTag;
        LastModified = lastModified;
    }

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => base.Equals(obj);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => base.ToString()!;
}
