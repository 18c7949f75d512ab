using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Blobs.Transfer;

namespace Azure.Storage.Blobs;

/// <summary>One blob, written as a block blob. Immutable and safe for use from many threads.</summary>
/// <remarks>
/// What is longer than <see cref="StorageTransferOptions.InitialTransferSize"/> (256 MiB unless set), or of unknown length, is sent in
/// blocks and
/// appears when the last has arrived. Overloads without options refuse to overwrite: 409 BlobAlreadyExists.
/// </remarks>
public partial class BlobClient : BlobBaseClient
{
    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlobClient(string connectionString, string blobContainerName, string blobName)
        : base(connectionString, blobContainerName, blobName)
    {
    }

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions? options)
        : base(connectionString, blobContainerName, blobName, options)
    {
    }

    /// <param name="blobUri">May carry a signature, a snapshot or a version in its query.</param>
    /// <param name="options">Null for the usual ones.</param>
    public BlobClient(Uri blobUri, BlobClientOptions? options = null)
        : base(blobUri, options)
    {
    }

    public BlobClient(Uri blobUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    /// <exception cref="ArgumentException">The address carries a signature already.</exception>
    public BlobClient(Uri blobUri, AzureSasCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public BlobClient(Uri blobUri, TokenCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    internal BlobClient(BlobAddress address, BlobSession session)
        : base(address, session)
    {
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected BlobClient()
    {
    }

    /// <param name="snapshot">Null or empty for the blob itself.</param>
    public new BlobClient WithSnapshot(string? snapshot) => new(AddressOfSnapshot(snapshot), Session);

    /// <param name="versionId">Null or empty for the newest version.</param>
    public new BlobClient WithVersion(string? versionId) => new(AddressOfVersion(versionId), Session);

    private static BlobUploadOptions? Overwriting(bool overwrite) =>
        overwrite ? null : new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    private static BlobUploadOptions Options(
        BlobHttpHeaders? httpHeaders,
        IDictionary<string, string>? metadata,
        BlobRequestConditions? conditions,
        IProgress<long>? progressHandler,
        AccessTier? accessTier,
        StorageTransferOptions transferOptions) => new()
        {
            HttpHeaders = httpHeaders,
            Metadata = metadata,
            Conditions = conditions,
            ProgressHandler = progressHandler,
            AccessTier = accessTier,
            TransferOptions = transferOptions,
        };

    private BlockUpload NewUpload(BlobUploadOptions? options) => new(Session, Uri, options);
}
