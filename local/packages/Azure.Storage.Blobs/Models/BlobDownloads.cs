namespace Azure.Storage.Blobs.Models;

/// <summary>Which part of a blob is wanted, and when.</summary>
public class BlobDownloadOptions
{
    /// <summary>The default value: the whole blob.</summary>
    public HttpRange Range { get; set; }

    public BlobRequestConditions? Conditions { get; set; }

    /// <summary>Hears how many bytes have arrived in all.</summary>
    public IProgress<long>? ProgressHandler { get; set; }
}

/// <summary>How a blob is brought into a stream or file.</summary>
public class BlobDownloadToOptions
{
    public BlobRequestConditions? Conditions { get; set; }

    /// <summary>Hears how many bytes have arrived in all.</summary>
    public IProgress<long>? ProgressHandler { get; set; }

    public StorageTransferOptions TransferOptions { get; set; }
}

/// <summary>From where and in what portions a blob is read.</summary>
public class BlobOpenReadOptions
{
    /// <param name="allowModifications">
    /// Whether reading goes on when the blob is overwritten meanwhile; false: the next portion fails with 412 ConditionNotMet.
    /// </param>
    public BlobOpenReadOptions(bool allowModifications) => AllowModifications = allowModifications;

    /// <summary>Where reading begins, in bytes.</summary>
    public long Position { get; set; }

    /// <summary>The portion read at once, in bytes; null: 4 MiB.</summary>
    public int? BufferSize { get; set; }

    public BlobRequestConditions? Conditions { get; set; }

    internal bool AllowModifications { get; }
}

/// <summary>A blob's content, in memory.</summary>
public class BlobDownloadResult
{
    internal BlobDownloadResult(BlobDownloadDetails details, BinaryData content)
    {
        Details = details;
        Content = content;
    }

    public BlobDownloadDetails Details { get; }

    public BinaryData Content { get; }
}

/// <summary>A blob's content as it arrives. Dispose it: the connection is in use until then or until the end.</summary>
public class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult(BlobDownloadDetails details, Stream content)
    {
        Details = details;
        Content = content;
    }

    public BlobDownloadDetails Details { get; }

    /// <summary>Can be read once, forwards. A connection that breaks is replaced by another, from where it broke.</summary>
    public Stream Content { get; }

    public void Dispose()
    {
        Content.Dispose();
        GC.SuppressFinalize(this);
    }
}
