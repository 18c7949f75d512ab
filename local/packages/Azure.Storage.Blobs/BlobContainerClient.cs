using System.ComponentModel;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs;

/// <summary>One container. Immutable and safe for use from many threads.</summary>
/// <remarks>Requests fail with <see cref="RequestFailedException"/>; its ErrorCode is one of <see cref="BlobErrorCode"/>.</remarks>
public partial class BlobContainerClient
{
    public static readonly string RootBlobContainerName = "$root";
    public static readonly string LogsBlobContainerName = "$logs";
    public static readonly string WebBlobContainerName = "$web";

    private readonly BlobAddress _address;
    private readonly BlobSession _session;

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlobContainerClient(string connectionString, string blobContainerName)
        : this(connectionString, blobContainerName, options: null)
    {
    }

    /// <inheritdoc cref="BlobContainerClient(string, string)"/>
    public BlobContainerClient(string connectionString, string blobContainerName, BlobClientOptions? options)
    {
        var settings = ConnectionSettings.Parse(connectionString);
        _address = settings.Address.WithContainer(blobContainerName);
        _session = settings.Connect(options);
        Uri = _address.ToUri();
    }

    /// <param name="blobContainerUri">May carry a signature in its query.</param>
    /// <param name="options">Null for the usual ones.</param>
    public BlobContainerClient(Uri blobContainerUri, BlobClientOptions? options = null)
        : this(blobContainerUri, BlobCredential.None, options)
    {
    }

    public BlobContainerClient(Uri blobContainerUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : this(blobContainerUri, BlobCredential.From(credential), options)
    {
    }

    /// <exception cref="ArgumentException">The address carries a signature already.</exception>
    public BlobContainerClient(Uri blobContainerUri, AzureSasCredential credential, BlobClientOptions? options = null)
        : this(blobContainerUri, BlobCredential.From(blobContainerUri, credential), options)
    {
    }

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public BlobContainerClient(Uri blobContainerUri, TokenCredential credential, BlobClientOptions? options = null)
        : this(blobContainerUri, BlobCredential.From(blobContainerUri, credential), options)
    {
    }

    internal BlobContainerClient(BlobAddress address, BlobSession session)
    {
        _address = address;
        _session = session;
        Uri = address.ToUri();
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected BlobContainerClient()
    {
        (_address, _session, Uri) = (null!, null!, null!);
    }

    private BlobContainerClient(Uri blobContainerUri, BlobCredential credential, BlobClientOptions? options)
        : this(BlobAddress.Parse(blobContainerUri), new BlobSession(options ?? new BlobClientOptions(), credential))
    {
    }

    public virtual Uri Uri { get; }

    /// <summary>Empty where neither the address nor the credential tells it.</summary>
    public virtual string AccountName => _address.Account is { Length: > 0 } name ? name : _session.SharedKey?.AccountName ?? string.Empty;

    public virtual string Name => _address.Container;

    /// <summary>Whether the client has the account's key.</summary>
    public virtual bool CanGenerateSasUri => _session.SharedKey is not null;

    internal BlobSession Session => _session;

    /// <exception cref="ArgumentException">The name is empty or has a segment "." or "..".</exception>
    public virtual BlobClient GetBlobClient(string blobName) => new(AddressOf(blobName), _session);

    public virtual Response<BlobContainerInfo> Create(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) =>
        _session.Send(ContainerOperations.Create(Uri, publicAccessType, metadata, encryptionScopeOptions), cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobContainerInfo> Create(
        PublicAccessType publicAccessType, IDictionary<string, string>? metadata, CancellationToken cancellationToken) =>
        Create(publicAccessType, metadata, encryptionScopeOptions: null, cancellationToken);

    public virtual Task<Response<BlobContainerInfo>> CreateAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) =>
        _session.SendAsync(ContainerOperations.Create(Uri, publicAccessType, metadata, encryptionScopeOptions), cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobContainerInfo>> CreateAsync(
        PublicAccessType publicAccessType, IDictionary<string, string>? metadata, CancellationToken cancellationToken) =>
        CreateAsync(publicAccessType, metadata, encryptionScopeOptions: null, cancellationToken);

    /// <returns>Null where the container existed.</returns>
    public virtual Response<BlobContainerInfo>? CreateIfNotExists(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return Create(publicAccessType, metadata, encryptionScopeOptions, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerAlreadyExists)
        {
            return null;
        }
    }

    /// <returns>Null where the container existed.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Response<BlobContainerInfo>? CreateIfNotExists(
        PublicAccessType publicAccessType, IDictionary<string, string>? metadata, CancellationToken cancellationToken) =>
        CreateIfNotExists(publicAccessType, metadata, encryptionScopeOptions: null, cancellationToken);

    /// <returns>Null where the container existed.</returns>
    public virtual async Task<Response<BlobContainerInfo>?> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await CreateAsync(publicAccessType, metadata, encryptionScopeOptions, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerAlreadyExists)
        {
            return null;
        }
    }

    /// <returns>Null where the container existed.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Response<BlobContainerInfo>?> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType, IDictionary<string, string>? metadata, CancellationToken cancellationToken) =>
        CreateIfNotExistsAsync(publicAccessType, metadata, encryptionScopeOptions: null, cancellationToken);

    public virtual Response Delete(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(ContainerOperations.Delete(Uri, conditions), cancellationToken);

    public virtual Task<Response> DeleteAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ContainerOperations.Delete(Uri, conditions), cancellationToken);

    /// <returns>False where there was no such container.</returns>
    public virtual Response<bool> DeleteIfExists(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(ContainerOperations.Delete(Uri, conditions).OrFalse(Absence.OfContainer), cancellationToken);

    /// <inheritdoc cref="DeleteIfExists"/>
    public virtual Task<Response<bool>> DeleteIfExistsAsync(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ContainerOperations.Delete(Uri, conditions).OrFalse(Absence.OfContainer), cancellationToken);

    public virtual Response<bool> Exists(CancellationToken cancellationToken = default) =>
        _session.Send(ContainerOperations.GetProperties(Uri, conditions: null).OrFalse(Absence.OfContainer), cancellationToken);

    public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        _session.SendAsync(ContainerOperations.GetProperties(Uri, conditions: null).OrFalse(Absence.OfContainer), cancellationToken);

    /// <param name="conditions">Of these, the lease only.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public virtual Response<BlobContainerProperties> GetProperties(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(ContainerOperations.GetProperties(Uri, conditions), cancellationToken);

    /// <inheritdoc cref="GetProperties"/>
    public virtual Task<Response<BlobContainerProperties>> GetPropertiesAsync(
        BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ContainerOperations.GetProperties(Uri, conditions), cancellationToken);

    /// <summary>Replaces all metadata of the container.</summary>
    /// <exception cref="ArgumentException">
    /// A name or value is not printable ASCII, or a condition is one a container does not know.
    /// </exception>
    public virtual Response<BlobContainerInfo> SetMetadata(
        IDictionary<string, string> metadata, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(ContainerOperations.SetMetadata(Uri, metadata, conditions), cancellationToken);

    /// <inheritdoc cref="SetMetadata"/>
    public virtual Task<Response<BlobContainerInfo>> SetMetadataAsync(
        IDictionary<string, string> metadata, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ContainerOperations.SetMetadata(Uri, metadata, conditions), cancellationToken);

    /// <summary>The account's service, with the same credential.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual BlobServiceClient GetParentBlobServiceClientCore() => new(_address.WithContainer(string.Empty), _session);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual BlobBaseClient GetBlobBaseClientCore(string blobName) => new(AddressOf(blobName), _session);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual BlockBlobClient GetBlockBlobClientCore(string blobName) => new(AddressOf(blobName), _session);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual AppendBlobClient GetAppendBlobClientCore(string blobName) => new(AddressOf(blobName), _session);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual BlobLeaseClient GetBlobLeaseClientCore(string? leaseId) => new(this, leaseId);

    private BlobAddress AddressOf(string blobName) => _address.WithBlob(blobName, _session.TrimBlobNameSlashes);
}
