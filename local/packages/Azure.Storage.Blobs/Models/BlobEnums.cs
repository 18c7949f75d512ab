namespace Azure.Storage.Blobs.Models;

public enum BlobType
{
    Block = 0,
    Page = 1,
    Append = 2,
}

/// <summary>How a copy by the service stands.</summary>
public enum CopyStatus
{
    Pending = 0,
    Success = 1,
    Aborted = 2,
    Failed = 3,
}

/// <summary>What becomes of a blob's snapshots when it is deleted.</summary>
public enum DeleteSnapshotsOption
{
    /// <summary>A blob that has snapshots is not deleted.</summary>
    None = 0,
    IncludeSnapshots = 1,
    OnlySnapshots = 2,
}

/// <summary>How urgently a blob is brought back from the archive.</summary>
public enum RehydratePriority
{
    High = 0,
    Standard = 1,
}

/// <summary>Whether a container is read without credentials.</summary>
public enum PublicAccessType
{
    None = 0,

    /// <summary>The list of blobs and the blobs.</summary>
    BlobContainer = 1,

    /// <summary>The blobs whose names are known.</summary>
    Blob = 2,
}
