namespace Azure.Storage.Blobs.Models;

/// <summary>What a block blob becomes when it is uploaded, under which conditions, and how.</summary>
public class BlobUploadOptions
{
    public BlobHttpHeaders? HttpHeaders { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>At most ten.</summary>
    public IDictionary<string, string>? Tags { get; set; }

    public BlobRequestConditions? Conditions { get; set; }

    /// <summary>Hears how many bytes have left in all.</summary>
    public IProgress<long>? ProgressHandler { get; set; }

    public AccessTier? AccessTier { get; set; }

    public StorageTransferOptions TransferOptions { get; set; }
}

/// <summary>How a block blob is opened for writing, and what it becomes.</summary>
public class BlockBlobOpenWriteOptions
{
    /// <summary>Bytes of a block, and of the stream's memory: 4 MiB unless told.</summary>
    public long? BufferSize { get; set; }

    /// <summary>Under which the blob is emptied; of these, the lease also while it is written.</summary>
    public BlobRequestConditions? OpenConditions { get; set; }

    /// <summary>Hears how many bytes have left in all.</summary>
    public IProgress<long>? ProgressHandler { get; set; }

    public BlobHttpHeaders? HttpHeaders { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>At most ten.</summary>
    public IDictionary<string, string>? Tags { get; set; }
}

public class AppendBlobCreateOptions
{
    public BlobHttpHeaders? HttpHeaders { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }

    public IDictionary<string, string>? Tags { get; set; }

    public AppendBlobRequestConditions? Conditions { get; set; }
}

public class AppendBlobAppendBlockOptions
{
    public AppendBlobRequestConditions? Conditions { get; set; }

    /// <summary>Hears how many bytes have left in all.</summary>
    public IProgress<long>? ProgressHandler { get; set; }
}

/// <summary>What the target of a copy becomes, and under which conditions of both sides.</summary>
public class BlobCopyFromUriOptions
{
    /// <summary>Null: the source's.</summary>
    public IDictionary<string, string>? Metadata { get; set; }

    public IDictionary<string, string>? Tags { get; set; }

    public AccessTier? AccessTier { get; set; }

    public BlobRequestConditions? SourceConditions { get; set; }

    public BlobRequestConditions? DestinationConditions { get; set; }

    public RehydratePriority? RehydratePriority { get; set; }
}
