using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>The blocks of a block blob: "Get Block List".</summary>
public class BlockList
{
    internal BlockList()
    {
    }

    /// <summary>The default value where nothing is committed yet.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <inheritdoc cref="LastModified"/>
    public ETag ETag { get; internal init; }

    public string? ContentType { get; internal init; }

    /// <summary>The length of what is committed, in bytes.</summary>
    public long BlobContentLength { get; internal init; }

    /// <summary>In the order they make up the blob.</summary>
    public IEnumerable<BlobBlock> CommittedBlocks { get; internal init; } = [];

    /// <summary>Staged, in no order; the service forgets them after a week.</summary>
    public IEnumerable<BlobBlock> UncommittedBlocks { get; internal init; } = [];
}

public readonly struct BlobBlock : IEquatable<BlobBlock>
{
    internal BlobBlock(string name, long size)
    {
        Name = name;
        SizeLong = size;
    }

    /// <summary>The block's id, Base64.</summary>
    public string Name { get; }

    /// <summary>In bytes.</summary>
    public long SizeLong { get; }

    /// <inheritdoc cref="SizeLong"/>
    /// <exception cref="OverflowException">The size does not fit an <see cref="int"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Size => checked((int)SizeLong);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is BlobBlock other && Equals(other);

    public bool Equals(BlobBlock other) => Name == other.Name && SizeLong == other.SizeLong;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => HashCode.Combine(Name, SizeLong);
}

public class BlockBlobStageBlockOptions
{
    /// <summary>Only <see cref="BlobRequestConditions.LeaseId"/> counts: the service knows no other condition here.</summary>
    public BlobRequestConditions? Conditions { get; set; }

    /// <summary>Hears how many bytes have left in all.</summary>
    public IProgress<long>? ProgressHandler { get; set; }
}

/// <summary>What a blob becomes when its blocks are committed.</summary>
public class CommitBlockListOptions
{
    public BlobHttpHeaders? HttpHeaders { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }

    public IDictionary<string, string>? Tags { get; set; }

    public BlobRequestConditions? Conditions { get; set; }

    public AccessTier? AccessTier { get; set; }
}
