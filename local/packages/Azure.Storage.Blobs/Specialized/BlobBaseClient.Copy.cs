using System.ComponentModel;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Specialized;

/// <content>Copying to this blob.</content>
public partial class BlobBaseClient
{
    /// <summary>Has the service copy a blob to this one. The source is of the same account, or its address carries a signature.</summary>
    public virtual CopyFromUriOperation StartCopyFromUri(
        Uri source, BlobCopyFromUriOptions? options, CancellationToken cancellationToken = default)
    {
        var answer = _session.Send(BlobOperations.Copy(Uri, source, options, waits: false), cancellationToken);
        return new CopyFromUriOperation(this, answer.Value.CopyId, answer.GetRawResponse(), cancellationToken);
    }

    /// <inheritdoc cref="StartCopyFromUri(System.Uri, BlobCopyFromUriOptions, CancellationToken)"/>
    public virtual async Task<CopyFromUriOperation> StartCopyFromUriAsync(
        Uri source, BlobCopyFromUriOptions? options, CancellationToken cancellationToken = default)
    {
        var answer = await _session.SendAsync(BlobOperations.Copy(Uri, source, options, waits: false), cancellationToken).ConfigureAwait(false);
        return new CopyFromUriOperation(this, answer.Value.CopyId, answer.GetRawResponse(), cancellationToken);
    }

    /// <inheritdoc cref="StartCopyFromUri(System.Uri, BlobCopyFromUriOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual CopyFromUriOperation StartCopyFromUri(
        Uri source,
        IDictionary<string, string>? metadata = null,
        AccessTier? accessTier = null,
        BlobRequestConditions? sourceConditions = null,
        BlobRequestConditions? destinationConditions = null,
        RehydratePriority? rehydratePriority = null,
        CancellationToken cancellationToken = default) =>
        StartCopyFromUri(
            source, CopyOptions(metadata, accessTier, sourceConditions, destinationConditions, rehydratePriority), cancellationToken);

    /// <inheritdoc cref="StartCopyFromUri(System.Uri, BlobCopyFromUriOptions, CancellationToken)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<CopyFromUriOperation> StartCopyFromUriAsync(
        Uri source,
        IDictionary<string, string>? metadata = null,
        AccessTier? accessTier = null,
        BlobRequestConditions? sourceConditions = null,
        BlobRequestConditions? destinationConditions = null,
        RehydratePriority? rehydratePriority = null,
        CancellationToken cancellationToken = default) =>
        StartCopyFromUriAsync(
            source, CopyOptions(metadata, accessTier, sourceConditions, destinationConditions, rehydratePriority), cancellationToken);

    /// <summary>As StartCopyFromUri, done when the answer comes; of at most 256 MiB.</summary>
    public virtual Response<BlobCopyInfo> SyncCopyFromUri(
        Uri source, BlobCopyFromUriOptions? options = null, CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.Copy(Uri, source, options, waits: true), cancellationToken);

    /// <inheritdoc cref="SyncCopyFromUri"/>
    public virtual Task<Response<BlobCopyInfo>> SyncCopyFromUriAsync(
        Uri source, BlobCopyFromUriOptions? options = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.Copy(Uri, source, options, waits: true), cancellationToken);

    private static BlobCopyFromUriOptions CopyOptions(
        IDictionary<string, string>? metadata,
        AccessTier? accessTier,
        BlobRequestConditions? sourceConditions,
        BlobRequestConditions? destinationConditions,
        RehydratePriority? rehydratePriority) => new()
        {
            Metadata = metadata,
            AccessTier = accessTier,
            SourceConditions = sourceConditions,
            DestinationConditions = destinationConditions,
            RehydratePriority = rehydratePriority,
        };
}
