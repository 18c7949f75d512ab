namespace Azure.Storage.Blobs.Models;

/// <summary>What a list of blobs tells beside names and properties.</summary>
[Flags]
public enum BlobTraits
{
    None = 0,
    CopyStatus = 1,
    Metadata = 2,
    Tags = 4,
    ImmutabilityPolicy = 8,
    LegalHold = 16,
    All = ~0,
}

/// <summary>What a list of blobs holds beside the blobs there are.</summary>
[Flags]
public enum BlobStates
{
    None = 0,
    Snapshots = 1,

    /// <summary>Blobs of which there are blocks only, none committed.</summary>
    Uncommitted = 2,
    Deleted = 4,
    Version = 8,
    DeletedWithVersions = 16,
    All = ~0,
}

/// <summary>What a list of containers tells beside names and properties.</summary>
[Flags]
public enum BlobContainerTraits
{
    None = 0,
    Metadata = 1,
}

/// <summary>What a list of containers holds beside the containers there are.</summary>
[Flags]
public enum BlobContainerStates
{
    None = 0,
    Deleted = 1,
    System = 2,
}

/// <summary>Which blocks of a blob are listed.</summary>
[Flags]
public enum BlockListTypes
{
    Committed = 1,
    Uncommitted = 2,
    All = Committed | Uncommitted,
}
