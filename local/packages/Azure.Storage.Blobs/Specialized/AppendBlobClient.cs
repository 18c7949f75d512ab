using System.ComponentModel;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Blobs.Transfer;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>One append blob. Immutable and safe for use from many threads.</summary>
/// <remarks>Limits: "Scalability and performance targets for Blob storage".</remarks>
public class AppendBlobClient : BlobBaseClient
{
    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public AppendBlobClient(string connectionString, string blobContainerName, string blobName)
        : base(connectionString, blobContainerName, blobName)
    {
    }

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public AppendBlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions? options)
        : base(connectionString, blobContainerName, blobName, options)
    {
    }

    /// <param name="blobUri">May carry a signature, a snapshot or a version in its query.</param>
    /// <param name="options">Null for the usual ones.</param>
    public AppendBlobClient(Uri blobUri, BlobClientOptions? options = null)
        : base(blobUri, options)
    {
    }

    public AppendBlobClient(Uri blobUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    /// <exception cref="ArgumentException">The address carries a signature already.</exception>
    public AppendBlobClient(Uri blobUri, AzureSasCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public AppendBlobClient(Uri blobUri, TokenCredential credential, BlobClientOptions? options = null)
        : base(blobUri, credential, options)
    {
    }

    internal AppendBlobClient(BlobAddress address, BlobSession session)
        : base(address, session)
    {
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected AppendBlobClient()
    {
    }

    /// <param name="snapshot">Null or empty for the blob itself.</param>
    public new AppendBlobClient WithSnapshot(string? snapshot) => new(AddressOfSnapshot(snapshot), Session);

    /// <param name="versionId">Null or empty for the newest version.</param>
    public new AppendBlobClient WithVersion(string? versionId) => new(AddressOfVersion(versionId), Session);

    /// <summary>The longest block: 100 MiB.</summary>
    public virtual int AppendBlobMaxAppendBlockBytes => 100 * 1024 * 1024;

    /// <summary>50,000.</summary>
    public virtual int AppendBlobMaxBlocks => 50_000;

    /// <summary>Makes an empty append blob, in place of what was there unless the conditions say otherwise.</summary>
    public virtual Response<BlobContentInfo> Create(AppendBlobCreateOptions? options, CancellationToken cancellationToken = default) =>
        Session.Send(WriteOperations.CreateAppendBlob(Uri, options), cancellationToken);

    /// <inheritdoc cref="Create(AppendBlobCreateOptions, CancellationToken)"/>
    public virtual Task<Response<BlobContentInfo>> CreateAsync(
        AppendBlobCreateOptions? options, CancellationToken cancellationToken = default) =>
        Session.SendAsync(WriteOperations.CreateAppendBlob(Uri, options), cancellationToken);

    /// <inheritdoc cref="Create(AppendBlobCreateOptions, CancellationToken)"/>
    public virtual Response<BlobContentInfo> Create(
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        AppendBlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        Create(new AppendBlobCreateOptions { HttpHeaders = httpHeaders, Metadata = metadata, Conditions = conditions }, cancellationToken);

    /// <inheritdoc cref="Create(AppendBlobCreateOptions, CancellationToken)"/>
    public virtual Task<Response<BlobContentInfo>> CreateAsync(
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        AppendBlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(
            new AppendBlobCreateOptions { HttpHeaders = httpHeaders, Metadata = metadata, Conditions = conditions }, cancellationToken);

    /// <returns>Null where there was a blob of the name.</returns>
    public virtual Response<BlobContentInfo>? CreateIfNotExists(
        AppendBlobCreateOptions? options, CancellationToken cancellationToken = default)
    {
        try
        {
            return Create(OnlyIfNew(options), cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return null;
        }
    }

    /// <returns>Null where there was a blob of the name.</returns>
    public virtual async Task<Response<BlobContentInfo>?> CreateIfNotExistsAsync(
        AppendBlobCreateOptions? options, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CreateAsync(OnlyIfNew(options), cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return null;
        }
    }

    /// <returns>Null where there was a blob of the name.</returns>
    public virtual Response<BlobContentInfo>? CreateIfNotExists(
        BlobHttpHeaders? httpHeaders = null, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        CreateIfNotExists(new AppendBlobCreateOptions { HttpHeaders = httpHeaders, Metadata = metadata }, cancellationToken);

    /// <returns>Null where there was a blob of the name.</returns>
    public virtual Task<Response<BlobContentInfo>?> CreateIfNotExistsAsync(
        BlobHttpHeaders? httpHeaders = null, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = httpHeaders, Metadata = metadata }, cancellationToken);

    /// <summary>
    /// Adds to the end of the blob. A try whose answer is lost may have been carried out: state the position where that matters.
    /// </summary>
    /// <param name="content">Seekable; what is left of it is sent.</param>
    /// <param name="options">Null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ArgumentException">The stream is not seekable.</exception>
    public virtual Response<BlobAppendInfo> AppendBlock(
        Stream content, AppendBlobAppendBlockOptions? options = null, CancellationToken cancellationToken = default) =>
        Session.Send(Append(content, hash: null, options?.Conditions, options?.ProgressHandler), cancellationToken);

    /// <inheritdoc cref="AppendBlock(Stream, AppendBlobAppendBlockOptions, CancellationToken)"/>
    public virtual Task<Response<BlobAppendInfo>> AppendBlockAsync(
        Stream content, AppendBlobAppendBlockOptions? options = null, CancellationToken cancellationToken = default) =>
        Session.SendAsync(Append(content, hash: null, options?.Conditions, options?.ProgressHandler), cancellationToken);

    /// <inheritdoc cref="AppendBlock(Stream, AppendBlobAppendBlockOptions, CancellationToken)"/>
    /// <param name="content">Seekable; what is left of it is sent.</param>
    /// <param name="transactionalContentHash">The MD5 of the block, which the service checks (400 Md5Mismatch); null: no check.</param>
    /// <param name="conditions">Null for none.</param>
    /// <param name="progressHandler">Hears how many bytes have left in all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobAppendInfo> AppendBlock(
        Stream content,
        byte[]? transactionalContentHash,
        AppendBlobRequestConditions? conditions,
        IProgress<long>? progressHandler,
        CancellationToken cancellationToken) =>
        Session.Send(Append(content, transactionalContentHash, conditions, progressHandler), cancellationToken);

    /// <inheritdoc cref="AppendBlock(Stream, byte[], AppendBlobRequestConditions, IProgress{long}, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobAppendInfo>> AppendBlockAsync(
        Stream content,
        byte[]? transactionalContentHash,
        AppendBlobRequestConditions? conditions,
        IProgress<long>? progressHandler,
        CancellationToken cancellationToken) =>
        Session.SendAsync(Append(content, transactionalContentHash, conditions, progressHandler), cancellationToken);

    private static AppendBlobCreateOptions OnlyIfNew(AppendBlobCreateOptions? options) => new()
    {
        HttpHeaders = options?.HttpHeaders,
        Metadata = options?.Metadata,
        Tags = options?.Tags,
        Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
    };

    private StorageOperation<BlobAppendInfo> Append(
        Stream content, byte[]? hash, AppendBlobRequestConditions? conditions, IProgress<long>? progress) =>
        WriteOperations.AppendBlock(Uri, StreamBody.Of(content, progress), hash, conditions);
}
