using System.ComponentModel;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>One blob of any type, or one snapshot or version of it. Immutable and safe for use from many threads.</summary>
/// <remarks>Requests fail with <see cref="RequestFailedException"/>; its ErrorCode is one of <see cref="BlobErrorCode"/>.</remarks>
public partial class BlobBaseClient
{
    private readonly BlobAddress _address;
    private readonly BlobSession _session;

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlobBaseClient(string connectionString, string blobContainerName, string blobName)
        : this(connectionString, blobContainerName, blobName, options: null)
    {
    }

    /// <inheritdoc cref="BlobBaseClient(string, string, string)"/>
    public BlobBaseClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions? options)
    {
        var settings = ConnectionSettings.Parse(connectionString);
        _session = settings.Connect(options);
        _address = settings.Address.WithContainer(blobContainerName).WithBlob(blobName, _session.TrimBlobNameSlashes);
        Uri = _address.ToUri();
    }

    /// <param name="blobUri">May carry a signature, a snapshot or a version in its query.</param>
    /// <param name="options">Null for the usual ones.</param>
    public BlobBaseClient(Uri blobUri, BlobClientOptions? options = null)
        : this(blobUri, BlobCredential.None, options)
    {
    }

    public BlobBaseClient(Uri blobUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : this(blobUri, BlobCredential.From(credential), options)
    {
    }

    /// <exception cref="ArgumentException">The address carries a signature already.</exception>
    public BlobBaseClient(Uri blobUri, AzureSasCredential credential, BlobClientOptions? options = null)
        : this(blobUri, BlobCredential.From(blobUri, credential), options)
    {
    }

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public BlobBaseClient(Uri blobUri, TokenCredential credential, BlobClientOptions? options = null)
        : this(blobUri, BlobCredential.From(blobUri, credential), options)
    {
    }

    internal BlobBaseClient(BlobAddress address, BlobSession session)
    {
        _address = address;
        _session = session;
        Uri = address.ToUri();
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected BlobBaseClient()
    {
        (_address, _session, Uri) = (null!, null!, null!);
    }

    private BlobBaseClient(Uri blobUri, BlobCredential credential, BlobClientOptions? options)
        : this(
            BlobAddress.Parse(blobUri, options?.TrimBlobNameSlashes ?? true),
            new BlobSession(options ?? new BlobClientOptions(), credential))
    {
    }

    public virtual Uri Uri { get; }

    /// <summary>Empty where neither the address nor the credential tells it.</summary>
    public virtual string AccountName => _address.Account is { Length: > 0 } name ? name : _session.SharedKey?.AccountName ?? string.Empty;

    public virtual string BlobContainerName => _address.Container;

    /// <summary>Not escaped.</summary>
    public virtual string Name => _address.Blob;

    /// <summary>Whether the client has the account's key.</summary>
    public virtual bool CanGenerateSasUri => _session.SharedKey is not null;

    internal BlobAddress Address => _address;

    internal BlobSession Session => _session;

    /// <param name="snapshot">Null or empty for the blob itself.</param>
    public virtual BlobBaseClient WithSnapshot(string? snapshot) => WithSnapshotCore(snapshot);

    /// <param name="versionId">Null or empty for the newest version.</param>
    public virtual BlobBaseClient WithVersion(string? versionId) => new(AddressOfVersion(versionId), _session);

    public virtual Response<bool> Exists(CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.GetProperties(Uri, conditions: null).OrFalse(Absence.OfBlobOrContainer), cancellationToken);

    public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.GetProperties(Uri, conditions: null).OrFalse(Absence.OfBlobOrContainer), cancellationToken);

    public virtual Response<BlobProperties> GetProperties(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.GetProperties(Uri, conditions), cancellationToken);

    public virtual Task<Response<BlobProperties>> GetPropertiesAsync(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.GetProperties(Uri, conditions), cancellationToken);

    /// <summary>Replaces all headers of the blob.</summary>
    public virtual Response<BlobInfo> SetHttpHeaders(
        BlobHttpHeaders? httpHeaders = null, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.SetHttpHeaders(Uri, httpHeaders, conditions), cancellationToken);

    /// <inheritdoc cref="SetHttpHeaders"/>
    public virtual Task<Response<BlobInfo>> SetHttpHeadersAsync(
        BlobHttpHeaders? httpHeaders = null, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.SetHttpHeaders(Uri, httpHeaders, conditions), cancellationToken);

    /// <summary>Replaces all metadata of the blob.</summary>
    /// <exception cref="ArgumentException">A name or value is not printable ASCII.</exception>
    public virtual Response<BlobInfo> SetMetadata(
        IDictionary<string, string> metadata, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.SetMetadata(Uri, metadata, conditions), cancellationToken);

    /// <inheritdoc cref="SetMetadata"/>
    public virtual Task<Response<BlobInfo>> SetMetadataAsync(
        IDictionary<string, string> metadata, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.SetMetadata(Uri, metadata, conditions), cancellationToken);

    public virtual Response<GetBlobTagResult> GetTags(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.GetTags(Uri, conditions), cancellationToken);

    public virtual Task<Response<GetBlobTagResult>> GetTagsAsync(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.GetTags(Uri, conditions), cancellationToken);

    /// <summary>Replaces all tags of the blob: at most ten, of letters, digits, space and <c>+ - . / : = _</c>.</summary>
    public virtual Response SetTags(
        IDictionary<string, string> tags, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.SetTags(Uri, tags, conditions), cancellationToken);

    /// <inheritdoc cref="SetTags"/>
    public virtual Task<Response> SetTagsAsync(
        IDictionary<string, string> tags, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.SetTags(Uri, tags, conditions), cancellationToken);

    public virtual Response SetAccessTier(
        AccessTier accessTier,
        BlobRequestConditions? conditions = null,
        RehydratePriority? rehydratePriority = null,
        CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.SetTier(Uri, accessTier, conditions, rehydratePriority), cancellationToken);

    public virtual Task<Response> SetAccessTierAsync(
        AccessTier accessTier,
        BlobRequestConditions? conditions = null,
        RehydratePriority? rehydratePriority = null,
        CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.SetTier(Uri, accessTier, conditions, rehydratePriority), cancellationToken);

    public virtual Response<BlobSnapshotInfo> CreateSnapshot(
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.CreateSnapshot(Uri, metadata, conditions), cancellationToken);

    public virtual Task<Response<BlobSnapshotInfo>> CreateSnapshotAsync(
        IDictionary<string, string>? metadata = null,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.CreateSnapshot(Uri, metadata, conditions), cancellationToken);

    public virtual Response Delete(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.Delete(Uri, snapshotsOption, conditions), cancellationToken);

    public virtual Task<Response> DeleteAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.Delete(Uri, snapshotsOption, conditions), cancellationToken);

    /// <returns>False where there was no such blob.</returns>
    public virtual Response<bool> DeleteIfExists(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        _session.Send(BlobOperations.Delete(Uri, snapshotsOption, conditions).OrFalse(Absence.OfBlobOrContainer), cancellationToken);

    /// <inheritdoc cref="DeleteIfExists"/>
    public virtual Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        _session.SendAsync(BlobOperations.Delete(Uri, snapshotsOption, conditions).OrFalse(Absence.OfBlobOrContainer), cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual BlobBaseClient WithSnapshotCore(string? snapshot) => new(AddressOfSnapshot(snapshot), _session);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual BlobContainerClient GetParentBlobContainerClientCore() =>
        new(_address.WithContainer(_address.Container), _session);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual BlobLeaseClient GetBlobLeaseClientCore(string? leaseId) => new(this, leaseId);

    private protected BlobAddress AddressOfSnapshot(string? snapshot) =>
        _address with { Snapshot = string.IsNullOrEmpty(snapshot) ? null : snapshot };

    private protected BlobAddress AddressOfVersion(string? versionId) =>
        _address with { VersionId = string.IsNullOrEmpty(versionId) ? null : versionId };
}
