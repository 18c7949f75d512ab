using System.ComponentModel;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Blobs.Transfer;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>One block blob and its blocks. Immutable and safe for use from many threads.</summary>
/// <remarks>Limits: "Scalability and performance targets for Blob storage".</remarks>
public partial class BlockBlobClient : BlobBaseClient
{
    private const long Mebibyte = 1024 * 1024;

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlockBlobClient(string connectionString, string containerName, string blobName)
        : base(connectionString, containerName, blobName)
    {
    }

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlockBlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions? options)
        : base(connectionString, blobContainerName, blobName, options)
    {
    }

    /// <param name="blobUri">May carry a signature, a snapshot or a version in its query.</param>
    /// <param name="options">Null for the usual ones.</param>
    public BlockBlobClient(Uri blobUri, BlobClientOptions? options = null)
        : base(blobUri, options)
    {
    }

    public BlockBlobClient(Uri blobUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    /// <exception cref="ArgumentException">The address carries a signature already.</exception>
    public BlockBlobClient(Uri blobUri, AzureSasCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public BlockBlobClient(Uri blobUri, TokenCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    internal BlockBlobClient(BlobAddress address, BlobSession session)
        : base(address, session)
    {
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected BlockBlobClient()
    {
    }

    /// <param name="snapshot">Null or empty for the blob itself.</param>
    public new BlockBlobClient WithSnapshot(string? snapshot) => new(AddressOfSnapshot(snapshot), Session);

    /// <param name="versionId">Null or empty for the newest version.</param>
    public new BlockBlobClient WithVersion(string? versionId) => new(AddressOfVersion(versionId), Session);

    /// <summary>50,000.</summary>
    public virtual int BlockBlobMaxBlocks => 50_000;

    /// <summary>The longest content of one Put Blob: 5,000 MiB.</summary>
    public virtual long BlockBlobMaxUploadBlobLongBytes => 5000 * Mebibyte;

    /// <summary>The longest block: 4,000 MiB.</summary>
    public virtual long BlockBlobMaxStageBlockLongBytes => 4000 * Mebibyte;

    /// <summary>Writes what is left of a stream, overwriting unless the conditions say otherwise.</summary>
    public virtual Response<BlobContentInfo> Upload(
        Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        new BlockUpload(Session, Uri, options).Send(content, cancellationToken);

    /// <inheritdoc cref="Upload(Stream, BlobUploadOptions, CancellationToken)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        new BlockUpload(Session, Uri, options).SendAsync(content, cancellationToken);

    /// <inheritdoc cref="Upload(Stream, BlobUploadOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobContentInfo> Upload(
        Stream content,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        AccessTier? accessTier = null,
        IProgress<long>? progressHandler = null,
        CancellationToken cancellationToken = default) =>
        Upload(content, Options(httpHeaders, metadata, conditions, accessTier, progressHandler), cancellationToken);

    /// <inheritdoc cref="Upload(Stream, BlobUploadOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        AccessTier? accessTier = null,
        IProgress<long>? progressHandler = null,
        CancellationToken cancellationToken = default) =>
        UploadAsync(content, Options(httpHeaders, metadata, conditions, accessTier, progressHandler), cancellationToken);

    /// <summary>Sends a block that is not part of the blob until it is committed.</summary>
    /// <param name="base64BlockId">Base64 of at most 64 bytes; all ids of one blob are of one length.</param>
    /// <param name="content">Seekable; what is left of it is sent.</param>
    /// <param name="options">Null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ArgumentException">The stream is not seekable.</exception>
    public virtual Response<BlockInfo> StageBlock(
        string base64BlockId, Stream content, BlockBlobStageBlockOptions? options = null, CancellationToken cancellationToken = default) =>
        Session.Send(Stage(base64BlockId, content, hash: null, options?.Conditions, options?.ProgressHandler), cancellationToken);

    /// <inheritdoc cref="StageBlock(string, Stream, BlockBlobStageBlockOptions, CancellationToken)"/>
    public virtual Task<Response<BlockInfo>> StageBlockAsync(
        string base64BlockId, Stream content, BlockBlobStageBlockOptions? options = null, CancellationToken cancellationToken = default) =>
        Session.SendAsync(Stage(base64BlockId, content, hash: null, options?.Conditions, options?.ProgressHandler), cancellationToken);

    /// <inheritdoc cref="StageBlock(string, Stream, BlockBlobStageBlockOptions, CancellationToken)"/>
    /// <param name="base64BlockId">Base64 of at most 64 bytes; all ids of one blob are of one length.</param>
    /// <param name="content">Seekable; what is left of it is sent.</param>
    /// <param name="transactionalContentHash">The MD5 of the block, which the service checks (400 Md5Mismatch); null: no check.</param>
    /// <param name="conditions">Of these, the lease only.</param>
    /// <param name="progressHandler">Hears how many bytes have left in all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlockInfo> StageBlock(
        string base64BlockId,
        Stream content,
        byte[]? transactionalContentHash,
        BlobRequestConditions? conditions,
        IProgress<long>? progressHandler,
        CancellationToken cancellationToken) =>
        Session.Send(Stage(base64BlockId, content, transactionalContentHash, conditions, progressHandler), cancellationToken);

    /// <inheritdoc cref="StageBlock(string, Stream, byte[], BlobRequestConditions, IProgress{long}, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlockInfo>> StageBlockAsync(
        string base64BlockId,
        Stream content,
        byte[]? transactionalContentHash,
        BlobRequestConditions? conditions,
        IProgress<long>? progressHandler,
        CancellationToken cancellationToken) =>
        Session.SendAsync(Stage(base64BlockId, content, transactionalContentHash, conditions, progressHandler), cancellationToken);

    /// <summary>Makes the blob out of blocks, newly staged or of the blob as it was, in this order. Blocks not named are gone.</summary>
    public virtual Response<BlobContentInfo> CommitBlockList(
        IEnumerable<string> base64BlockIds, CommitBlockListOptions? options, CancellationToken cancellationToken = default) =>
        Session.Send(WriteOperations.CommitBlockList(Uri, base64BlockIds, options), cancellationToken);

    /// <inheritdoc cref="CommitBlockList(IEnumerable{string}, CommitBlockListOptions, CancellationToken)"/>
    public virtual Task<Response<BlobContentInfo>> CommitBlockListAsync(
        IEnumerable<string> base64BlockIds, CommitBlockListOptions? options, CancellationToken cancellationToken = default) =>
        Session.SendAsync(WriteOperations.CommitBlockList(Uri, base64BlockIds, options), cancellationToken);

    /// <inheritdoc cref="CommitBlockList(IEnumerable{string}, CommitBlockListOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobContentInfo> CommitBlockList(
        IEnumerable<string> base64BlockIds,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        AccessTier? accessTier = null,
        CancellationToken cancellationToken = default) =>
        CommitBlockList(base64BlockIds, CommitOptions(httpHeaders, metadata, conditions, accessTier), cancellationToken);

    /// <inheritdoc cref="CommitBlockList(IEnumerable{string}, CommitBlockListOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobContentInfo>> CommitBlockListAsync(
        IEnumerable<string> base64BlockIds,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        AccessTier? accessTier = null,
        CancellationToken cancellationToken = default) =>
        CommitBlockListAsync(base64BlockIds, CommitOptions(httpHeaders, metadata, conditions, accessTier), cancellationToken);

    /// <param name="blockListTypes">Which blocks are wanted.</param>
    /// <param name="snapshot">Null for the blob itself.</param>
    /// <param name="conditions">Of these, the lease and the tags only.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public virtual Response<BlockList> GetBlockList(
        BlockListTypes blockListTypes = BlockListTypes.All,
        string? snapshot = null,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        Session.Send(WriteOperations.GetBlockList(Uri, blockListTypes, snapshot, conditions), cancellationToken);

    /// <inheritdoc cref="GetBlockList"/>
    public virtual Task<Response<BlockList>> GetBlockListAsync(
        BlockListTypes blockListTypes = BlockListTypes.All,
        string? snapshot = null,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        Session.SendAsync(WriteOperations.GetBlockList(Uri, blockListTypes, snapshot, conditions), cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected sealed override BlobBaseClient WithSnapshotCore(string? snapshot) => WithSnapshot(snapshot);

    private static BlobUploadOptions Options(
        BlobHttpHeaders? httpHeaders,
        IDictionary<string, string>? metadata,
        BlobRequestConditions? conditions,
        AccessTier? accessTier,
        IProgress<long>? progressHandler) => new()
        {
            HttpHeaders = httpHeaders,
            Metadata = metadata,
            Conditions = conditions,
            AccessTier = accessTier,
            ProgressHandler = progressHandler,
        };

    private static CommitBlockListOptions CommitOptions(
        BlobHttpHeaders? httpHeaders,
        IDictionary<string, string>? metadata,
        BlobRequestConditions? conditions,
        AccessTier? accessTier) => new()
        {
            HttpHeaders = httpHeaders,
            Metadata = metadata,
            Conditions = conditions,
            AccessTier = accessTier,
        };

    private StorageOperation<BlockInfo> Stage(
        string base64BlockId, Stream content, byte[]? hash, BlobRequestConditions? conditions, IProgress<long>? progress) =>
        WriteOperations.StageBlock(Uri, base64BlockId, StreamBody.Of(content, progress), hash, conditions);
}
