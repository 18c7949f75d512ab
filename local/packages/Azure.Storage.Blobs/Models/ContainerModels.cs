namespace Azure.Storage.Blobs.Models;

/// <summary>What a write of a container answers.</summary>
public class BlobContainerInfo
{
    internal BlobContainerInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }
}

/// <summary>One container in a list.</summary>
public class BlobContainerItem
{
    internal BlobContainerItem()
    {
    }

    public string Name { get; internal init; } = string.Empty;

    /// <summary>Null unless deleted containers were asked for.</summary>
    public bool? IsDeleted { get; internal init; }

    /// <summary>Names a deleted container; null otherwise.</summary>
    public string? VersionId { get; internal init; }

    public BlobContainerProperties Properties { get; internal init; } = new();
}

public class BlobContainerProperties
{
    internal BlobContainerProperties()
    {
    }

    public DateTimeOffset LastModified { get; internal init; }

    public ETag ETag { get; internal init; }

    public LeaseStatus? LeaseStatus { get; internal init; }

    public LeaseState? LeaseState { get; internal init; }

    /// <summary>Null where no lease is held.</summary>
    public LeaseDurationType? LeaseDuration { get; internal init; }

    /// <summary>Null or None: credentials are needed.</summary>
    public PublicAccessType? PublicAccess { get; internal init; }

    public bool? HasImmutabilityPolicy { get; internal init; }

    public bool? HasLegalHold { get; internal init; }

    /// <summary>Null unless the container is deleted.</summary>
    public DateTimeOffset? DeletedOn { get; internal init; }

    /// <summary>Null unless the container is deleted.</summary>
    public int? RemainingRetentionDays { get; internal init; }

    /// <summary>Names without regard to case. Null in a list that was not asked for it.</summary>
    public IDictionary<string, string>? Metadata { get; internal init; }
}

/// <summary>The encryption scope of a new container's blobs: "Create Container", version 2019-07-07 and later.</summary>
public class BlobContainerEncryptionScopeOptions
{
    public string? DefaultEncryptionScope { get; set; }

    /// <summary>Whether a blob's writer is kept from choosing another scope.</summary>
    public bool PreventEncryptionScopeOverride { get; set; }
}
