using System.ComponentModel;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Transfer;

namespace Azure.Storage.Blobs.Specialized;

/// <content>Reading the content.</content>
public partial class BlobBaseClient
{
    /// <summary>The content, in memory. Where conditions do not hold: 412 fails, 304 is an answer without a value.</summary>
    public virtual Response<BlobDownloadResult> DownloadContent() => DownloadContent(options: null, CancellationToken.None);

    /// <inheritdoc cref="DownloadContent()"/>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync() => DownloadContentAsync(options: null, CancellationToken.None);

    /// <inheritdoc cref="DownloadContent()"/>
    public virtual Response<BlobDownloadResult> DownloadContent(CancellationToken cancellationToken = default) =>
        DownloadContent(options: null, cancellationToken);

    /// <inheritdoc cref="DownloadContent()"/>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) =>
        DownloadContentAsync(options: null, cancellationToken);

    /// <inheritdoc cref="DownloadContent()"/>
    public virtual Response<BlobDownloadResult> DownloadContent(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = DownloadStreaming(options, cancellationToken);
        if (!answer.HasValue)
        {
            return new UnmodifiedResponse<BlobDownloadResult>(answer.GetRawResponse());
        }

        using var streamed = answer.Value;
        return Response.FromValue(
            new BlobDownloadResult(streamed.Details, BinaryData.FromStream(streamed.Content)), answer.GetRawResponse());
    }

    /// <inheritdoc cref="DownloadContent()"/>
    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await DownloadStreamingAsync(options, cancellationToken).ConfigureAwait(false);
        if (!answer.HasValue)
        {
            return new UnmodifiedResponse<BlobDownloadResult>(answer.GetRawResponse());
        }

        using var streamed = answer.Value;
        var content = await BinaryData.FromStreamAsync(streamed.Content, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new BlobDownloadResult(streamed.Details, content), answer.GetRawResponse());
    }

    /// <summary>The content as it arrives. Dispose the result. Where conditions do not hold: 412 fails, 304 is an answer without a value.</summary>
    public virtual Response<BlobDownloadStreamingResult> DownloadStreaming(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        Download(options, cancellationToken).Open(options?.ProgressHandler);

    /// <inheritdoc cref="DownloadStreaming(BlobDownloadOptions, CancellationToken)"/>
    public virtual Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        Download(options, cancellationToken).OpenAsync(options?.ProgressHandler);

    /// <inheritdoc cref="DownloadStreaming(BlobDownloadOptions, CancellationToken)"/>
    /// <param name="range">The default value: the whole blob.</param>
    /// <param name="conditions">Null for none.</param>
    /// <param name="rangeGetContentHash">Whether the service adds the MD5 of the range, which then has at most 4 MiB.</param>
    /// <param name="cancellationToken">Ends the request and the reading.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobDownloadStreamingResult> DownloadStreaming(
        HttpRange range, BlobRequestConditions? conditions, bool rangeGetContentHash, CancellationToken cancellationToken) =>
        new BlobDownload(_session, Uri, range, conditions, cancellationToken).Open(wantsRangeHash: rangeGetContentHash);

    /// <inheritdoc cref="DownloadStreaming(HttpRange, BlobRequestConditions, bool, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        HttpRange range, BlobRequestConditions? conditions, bool rangeGetContentHash, CancellationToken cancellationToken) =>
        new BlobDownload(_session, Uri, range, conditions, cancellationToken).OpenAsync(wantsRangeHash: rangeGetContentHash);

    /// <summary>Writes the content into a stream. Where conditions do not hold: 412 fails, 304 is answered and nothing written.</summary>
    public virtual Response DownloadTo(Stream destination) => DownloadTo(destination, options: null, CancellationToken.None);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    public virtual Task<Response> DownloadToAsync(Stream destination) => DownloadToAsync(destination, options: null, CancellationToken.None);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    public virtual Response DownloadTo(Stream destination, CancellationToken cancellationToken) =>
        DownloadTo(destination, options: null, cancellationToken);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    public virtual Task<Response> DownloadToAsync(Stream destination, CancellationToken cancellationToken) =>
        DownloadToAsync(destination, options: null, cancellationToken);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    public virtual Response DownloadTo(Stream destination, BlobDownloadToOptions? options, CancellationToken cancellationToken = default) =>
        new DownloadToStream(_session, Uri, options, cancellationToken).Copy(destination);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    public virtual Task<Response> DownloadToAsync(
        Stream destination, BlobDownloadToOptions? options, CancellationToken cancellationToken = default) =>
        new DownloadToStream(_session, Uri, options, cancellationToken).CopyAsync(destination);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response DownloadTo(
        Stream destination,
        BlobRequestConditions? conditions = null,
        StorageTransferOptions transferOptions = default,
        CancellationToken cancellationToken = default) =>
        DownloadTo(destination, new BlobDownloadToOptions { Conditions = conditions, TransferOptions = transferOptions }, cancellationToken);

    /// <inheritdoc cref="DownloadTo(Stream)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response> DownloadToAsync(
        Stream destination,
        BlobRequestConditions? conditions = null,
        StorageTransferOptions transferOptions = default,
        CancellationToken cancellationToken = default) =>
        DownloadToAsync(destination, new BlobDownloadToOptions { Conditions = conditions, TransferOptions = transferOptions }, cancellationToken);

    /// <summary>Writes the content into a file, which is made or overwritten.</summary>
    public virtual Response DownloadTo(string path) => DownloadTo(path, options: null, CancellationToken.None);

    /// <inheritdoc cref="DownloadTo(string)"/>
    public virtual Task<Response> DownloadToAsync(string path) => DownloadToAsync(path, options: null, CancellationToken.None);

    /// <inheritdoc cref="DownloadTo(string)"/>
    public virtual Response DownloadTo(string path, CancellationToken cancellationToken) => DownloadTo(path, options: null, cancellationToken);

    /// <inheritdoc cref="DownloadTo(string)"/>
    public virtual Task<Response> DownloadToAsync(string path, CancellationToken cancellationToken) =>
        DownloadToAsync(path, options: null, cancellationToken);

    /// <inheritdoc cref="DownloadTo(string)"/>
    public virtual Response DownloadTo(string path, BlobDownloadToOptions? options, CancellationToken cancellationToken = default)
    {
        using var file = File.Create(path);
        return DownloadTo(file, options, cancellationToken);
    }

    /// <inheritdoc cref="DownloadTo(string)"/>
    public virtual async Task<Response> DownloadToAsync(
        string path, BlobDownloadToOptions? options, CancellationToken cancellationToken = default)
    {
        using var file = File.Create(path);
        return await DownloadToAsync(file, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The content as a stream one can seek in, of the version there is now.</summary>
    public virtual Stream OpenRead(BlobOpenReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new BlobReadStream(_session, Uri, options, GetProperties(options.Conditions, cancellationToken).Value);
    }

    /// <inheritdoc cref="OpenRead(BlobOpenReadOptions, CancellationToken)"/>
    public virtual async Task<Stream> OpenReadAsync(BlobOpenReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new BlobReadStream(_session, Uri, options, await GetPropertiesAsync(options.Conditions, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc cref="OpenRead(BlobOpenReadOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Stream OpenRead(
        long position = 0, int? bufferSize = null, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        OpenRead(ReadOptions(allowModifications: false, position, bufferSize, conditions), cancellationToken);

    /// <inheritdoc cref="OpenRead(BlobOpenReadOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Stream> OpenReadAsync(
        long position = 0, int? bufferSize = null, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        OpenReadAsync(ReadOptions(allowModifications: false, position, bufferSize, conditions), cancellationToken);

    /// <summary>The content as a stream one can seek in; whether of the version there is now, or of any later one too.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Stream OpenRead(
        bool allowBlobModifications, long position = 0, int? bufferSize = null, CancellationToken cancellationToken = default) =>
        OpenRead(ReadOptions(allowBlobModifications, position, bufferSize, conditions: null), cancellationToken);

    /// <inheritdoc cref="OpenRead(bool, long, int?, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Stream> OpenReadAsync(
        bool allowBlobModifications, long position = 0, int? bufferSize = null, CancellationToken cancellationToken = default) =>
        OpenReadAsync(ReadOptions(allowBlobModifications, position, bufferSize, conditions: null), cancellationToken);

    private static BlobOpenReadOptions ReadOptions(bool allowModifications, long position, int? bufferSize, BlobRequestConditions? conditions) =>
        new(allowModifications) { Position = position, BufferSize = bufferSize, Conditions = conditions };

    private BlobDownload Download(BlobDownloadOptions? options, CancellationToken cancellationToken) =>
        new(_session, Uri, options?.Range ?? default, options?.Conditions, cancellationToken);
}
