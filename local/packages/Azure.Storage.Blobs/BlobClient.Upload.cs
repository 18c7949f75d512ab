using System.ComponentModel;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <content>Writing the content.</content>
public partial class BlobClient
{
    /// <summary>Writes what is left of a stream.</summary>
    public virtual Response<BlobContentInfo> Upload(Stream content) => Upload(content, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content) => UploadAsync(
        content, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Response<BlobContentInfo> Upload(Stream content, CancellationToken cancellationToken) =>
        Upload(content, overwrite: false, cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Response<BlobContentInfo> Upload(
        Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        Upload(content, Overwriting(overwrite), cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Overwriting(overwrite), cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Response<BlobContentInfo> Upload(
        Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        NewUpload(options).Send(content, cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        NewUpload(options).SendAsync(content, cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobContentInfo> Upload(
        Stream content,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        IProgress<long>? progressHandler = null,
        AccessTier? accessTier = null,
        StorageTransferOptions transferOptions = default,
        CancellationToken cancellationToken = default) =>
        Upload(content, Options(httpHeaders, metadata, conditions, progressHandler, accessTier, transferOptions), cancellationToken);

    /// <inheritdoc cref="Upload(Stream)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        IProgress<long>? progressHandler = null,
        AccessTier? accessTier = null,
        StorageTransferOptions transferOptions = default,
        CancellationToken cancellationToken = default) =>
        UploadAsync(content, Options(httpHeaders, metadata, conditions, progressHandler, accessTier, transferOptions), cancellationToken);

    /// <summary>Writes bytes that are in memory.</summary>
    public virtual Response<BlobContentInfo> Upload(BinaryData content) => Upload(content, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content) => UploadAsync(
        content, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Response<BlobContentInfo> Upload(BinaryData content, CancellationToken cancellationToken) =>
        Upload(content, overwrite: false, cancellationToken);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Response<BlobContentInfo> Upload(
        BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        Upload(content, Overwriting(overwrite), cancellationToken);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Overwriting(overwrite), cancellationToken);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Response<BlobContentInfo> Upload(
        BinaryData content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        NewUpload(options).Send(content.ToStream(), cancellationToken);

    /// <inheritdoc cref="Upload(BinaryData)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        NewUpload(options).SendAsync(content.ToStream(), cancellationToken);

    /// <summary>Writes a file.</summary>
    public virtual Response<BlobContentInfo> Upload(string path) => Upload(path, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="Upload(string)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(string path) => UploadAsync(path, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="Upload(string)"/>
    public virtual Response<BlobContentInfo> Upload(string path, CancellationToken cancellationToken) =>
        Upload(path, overwrite: false, cancellationToken);

    /// <inheritdoc cref="Upload(string)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(string path, CancellationToken cancellationToken) =>
        UploadAsync(path, overwrite: false, cancellationToken);

    /// <inheritdoc cref="Upload(string)"/>
    public virtual Response<BlobContentInfo> Upload(string path, bool overwrite = false, CancellationToken cancellationToken = default) =>
        Upload(path, Overwriting(overwrite), cancellationToken);

    /// <inheritdoc cref="Upload(string)"/>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        string path, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(path, Overwriting(overwrite), cancellationToken);

    /// <inheritdoc cref="Upload(string)"/>
    public virtual Response<BlobContentInfo> Upload(string path, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        using var file = File.OpenRead(path);
        return NewUpload(options).Send(file, cancellationToken);
    }

    /// <inheritdoc cref="Upload(string)"/>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(
        string path, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        using var file = File.OpenRead(path);
        return await NewUpload(options).SendAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="Upload(string)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobContentInfo> Upload(
        string path,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        IProgress<long>? progressHandler = null,
        AccessTier? accessTier = null,
        StorageTransferOptions transferOptions = default,
        CancellationToken cancellationToken = default) =>
        Upload(path, Options(httpHeaders, metadata, conditions, progressHandler, accessTier, transferOptions), cancellationToken);

    /// <inheritdoc cref="Upload(string)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        string path,
        BlobHttpHeaders? httpHeaders = null,
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        IProgress<long>? progressHandler = null,
        AccessTier? accessTier = null,
        StorageTransferOptions transferOptions = default,
        CancellationToken cancellationToken = default) =>
        UploadAsync(path, Options(httpHeaders, metadata, conditions, progressHandler, accessTier, transferOptions), cancellationToken);
}
