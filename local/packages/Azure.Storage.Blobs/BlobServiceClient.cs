using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Sas;

namespace Azure.Storage.Blobs;

/// <summary>The blob service of one account. Immutable and safe for use from many threads; make one and keep it.</summary>
/// <remarks>Requests fail with <see cref="RequestFailedException"/>; its ErrorCode is one of <see cref="BlobErrorCode"/>.</remarks>
public class BlobServiceClient
{
    private readonly BlobAddress _address;
    private readonly BlobSession _session;

    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public BlobServiceClient(string connectionString)
        : this(connectionString, options: null)
    {
    }

    /// <inheritdoc cref="BlobServiceClient(string)"/>
    public BlobServiceClient(string connectionString, BlobClientOptions? options)
    {
        var settings = ConnectionSettings.Parse(connectionString);
        _address = settings.Address;
        _session = settings.Connect(options);
        Uri = _address.ToUri();
    }

    /// <param name="serviceUri">May carry a signature in its query.</param>
    /// <param name="options">Null for the usual ones.</param>
    public BlobServiceClient(Uri serviceUri, BlobClientOptions? options = null)
        : this(serviceUri, BlobCredential.None, options)
    {
    }

    public BlobServiceClient(Uri serviceUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : this(serviceUri, BlobCredential.From(credential), options)
    {
    }

    /// <exception cref="ArgumentException">The address carries a signature already.</exception>
    public BlobServiceClient(Uri serviceUri, AzureSasCredential credential, BlobClientOptions? options = null)
        : this(serviceUri, BlobCredential.From(serviceUri, credential), options)
    {
    }

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = null)
        : this(serviceUri, BlobCredential.From(serviceUri, credential), options)
    {
    }

    internal BlobServiceClient(BlobAddress address, BlobSession session)
    {
        _address = address;
        _session = session;
        Uri = address.ToUri();
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected BlobServiceClient()
    {
        (_address, _session, Uri) = (null!, null!, null!);
    }

    private BlobServiceClient(Uri serviceUri, BlobCredential credential, BlobClientOptions? options)
        : this(BlobAddress.Parse(serviceUri), new BlobSession(options ?? new BlobClientOptions(), credential))
    {
    }

    public virtual Uri Uri { get; }

    /// <summary>Empty where neither the address nor the credential tells it.</summary>
    public virtual string AccountName => _address.Account is { Length: > 0 } name ? name : _session.SharedKey?.AccountName ?? string.Empty;

    /// <summary>Whether the client has the account's key.</summary>
    public virtual bool CanGenerateAccountSasUri => _session.SharedKey is not null;

    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
        new(_address.WithContainer(blobContainerName), _session);

    public virtual Response<BlobContainerClient> CreateBlobContainer(
        string blobContainerName,
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default)
    {
        var container = GetBlobContainerClient(blobContainerName);
        var response = container.Create(publicAccessType, metadata, cancellationToken);
        return Response.FromValue(container, response.GetRawResponse());
    }

    public virtual async Task<Response<BlobContainerClient>> CreateBlobContainerAsync(
        string blobContainerName,
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default)
    {
        var container = GetBlobContainerClient(blobContainerName);
        var response = await container.CreateAsync(publicAccessType, metadata, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(container, response.GetRawResponse());
    }

    public virtual Response DeleteBlobContainer(
        string blobContainerName, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        GetBlobContainerClient(blobContainerName).Delete(conditions, cancellationToken);

    public virtual Task<Response> DeleteBlobContainerAsync(
        string blobContainerName, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        GetBlobContainerClient(blobContainerName).DeleteAsync(conditions, cancellationToken);

    public virtual Pageable<BlobContainerItem> GetBlobContainers(
        BlobContainerTraits traits = BlobContainerTraits.None,
        BlobContainerStates states = BlobContainerStates.None,
        string? prefix = null,
        CancellationToken cancellationToken = default) =>
        new ServicePages<BlobContainerItem>(
            _session, (marker, size) => ServiceOperations.ListContainers(Uri, traits, states, prefix, marker, size), cancellationToken);

    public virtual AsyncPageable<BlobContainerItem> GetBlobContainersAsync(
        BlobContainerTraits traits = BlobContainerTraits.None,
        BlobContainerStates states = BlobContainerStates.None,
        string? prefix = null,
        CancellationToken cancellationToken = default) =>
        new AsyncServicePages<BlobContainerItem>(
            _session, (marker, size) => ServiceOperations.ListContainers(Uri, traits, states, prefix, marker, size), cancellationToken);

    /// <param name="tagFilterSqlExpression">As in <c>"state" = 'open' AND "clinic" = '7'</c>: "Find Blobs by Tags".</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual Pageable<TaggedBlobItem> FindBlobsByTags(string tagFilterSqlExpression, CancellationToken cancellationToken = default) =>
        new ServicePages<TaggedBlobItem>(
            _session,
            (marker, size) => ContainerOperations.FindByTags(Uri, isContainer: false, tagFilterSqlExpression, marker, size),
            cancellationToken);

    /// <inheritdoc cref="FindBlobsByTags"/>
    public virtual AsyncPageable<TaggedBlobItem> FindBlobsByTagsAsync(
        string tagFilterSqlExpression, CancellationToken cancellationToken = default) =>
        new AsyncServicePages<TaggedBlobItem>(
            _session,
            (marker, size) => ContainerOperations.FindByTags(Uri, isContainer: false, tagFilterSqlExpression, marker, size),
            cancellationToken);

    public virtual Response<BlobServiceProperties> GetProperties(CancellationToken cancellationToken = default) =>
        _session.Send(ServicePropertiesXml.Get(Uri), cancellationToken);

    public virtual Task<Response<BlobServiceProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default) =>
        _session.SendAsync(ServicePropertiesXml.Get(Uri), cancellationToken);

    public virtual Response SetProperties(BlobServiceProperties properties, CancellationToken cancellationToken = default) =>
        _session.Send(ServicePropertiesXml.Set(Uri, properties), cancellationToken);

    public virtual Task<Response> SetPropertiesAsync(BlobServiceProperties properties, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ServicePropertiesXml.Set(Uri, properties), cancellationToken);

    /// <summary>Needs a <see cref="TokenCredential"/>.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public virtual Response<UserDelegationKey> GetUserDelegationKey(
        BlobGetUserDelegationKeyOptions options, CancellationToken cancellationToken = default) =>
        _session.Send(ServiceOperations.GetUserDelegationKey(Uri, options.StartsOn, options.ExpiresOn), cancellationToken);

    /// <inheritdoc cref="GetUserDelegationKey(BlobGetUserDelegationKeyOptions, CancellationToken)"/>
    public virtual Response<UserDelegationKey> GetUserDelegationKey(
        DateTimeOffset? startsOn, DateTimeOffset expiresOn, CancellationToken cancellationToken) =>
        GetUserDelegationKey(new BlobGetUserDelegationKeyOptions(expiresOn) { StartsOn = startsOn }, cancellationToken);

    /// <inheritdoc cref="GetUserDelegationKey(BlobGetUserDelegationKeyOptions, CancellationToken)"/>
    public virtual Task<Response<UserDelegationKey>> GetUserDelegationKeyAsync(
        BlobGetUserDelegationKeyOptions options, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ServiceOperations.GetUserDelegationKey(Uri, options.StartsOn, options.ExpiresOn), cancellationToken);

    /// <inheritdoc cref="GetUserDelegationKey(BlobGetUserDelegationKeyOptions, CancellationToken)"/>
    public virtual Task<Response<UserDelegationKey>> GetUserDelegationKeyAsync(
        DateTimeOffset? startsOn, DateTimeOffset expiresOn, CancellationToken cancellationToken) =>
        GetUserDelegationKeyAsync(new BlobGetUserDelegationKeyOptions(expiresOn) { StartsOn = startsOn }, cancellationToken);

    /// <summary>A signature for the account's blobs that holds from now on.</summary>
    /// <exception cref="InvalidOperationException">The client cannot sign.</exception>
    public Uri GenerateAccountSasUri(AccountSasPermissions permissions, DateTimeOffset expiresOn, AccountSasResourceTypes resourceTypes) =>
        GenerateAccountSasUri(new AccountSasBuilder(permissions, expiresOn, AccountSasServices.Blobs, resourceTypes));

    /// <exception cref="InvalidOperationException">The client cannot sign, or the signature is not for blobs.</exception>
    public Uri GenerateAccountSasUri(AccountSasBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Services.HasFlag(AccountSasServices.Blobs))
        {
            throw new InvalidOperationException("SAS Uri cannot be generated: builder.Services does not include blobs.");
        }

        var key = _session.SharedKey ?? throw new InvalidOperationException("Only a client with the account's key can sign.");
        return SasSigning.Sign(Uri, builder.ToSasQueryParameters(key).ToString());
    }
}
