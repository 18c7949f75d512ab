using System.ComponentModel;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Sas;

namespace Azure.Storage.Blobs;

/// <content>The blobs of the container, and signatures for it.</content>
public partial class BlobContainerClient
{
    public virtual Pageable<BlobItem> GetBlobs(GetBlobsOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wanted = options ?? new GetBlobsOptions();
        return new ServicePages<BlobItem>(
            _session, (marker, size) => ContainerOperations.List(Uri, wanted, marker, size), cancellationToken);
    }

    public virtual AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wanted = options ?? new GetBlobsOptions();
        return new AsyncServicePages<BlobItem>(
            _session, (marker, size) => ContainerOperations.List(Uri, wanted, marker, size), cancellationToken);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Pageable<BlobItem> GetBlobs(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        GetBlobs(new GetBlobsOptions { Traits = traits, States = states, Prefix = prefix }, cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        GetBlobsAsync(new GetBlobsOptions { Traits = traits, States = states, Prefix = prefix }, cancellationToken);

    public virtual Pageable<BlobHierarchyItem> GetBlobsByHierarchy(
        GetBlobsByHierarchyOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wanted = options ?? new GetBlobsByHierarchyOptions();
        return new ServicePages<BlobHierarchyItem>(
            _session, (marker, size) => ContainerOperations.ListByHierarchy(Uri, wanted, marker, size), cancellationToken);
    }

    public virtual AsyncPageable<BlobHierarchyItem> GetBlobsByHierarchyAsync(
        GetBlobsByHierarchyOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wanted = options ?? new GetBlobsByHierarchyOptions();
        return new AsyncServicePages<BlobHierarchyItem>(
            _session, (marker, size) => ContainerOperations.ListByHierarchy(Uri, wanted, marker, size), cancellationToken);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Pageable<BlobHierarchyItem> GetBlobsByHierarchy(
        BlobTraits traits, BlobStates states, string? delimiter, string? prefix, CancellationToken cancellationToken = default) =>
        GetBlobsByHierarchy(
            new GetBlobsByHierarchyOptions { Traits = traits, States = states, Delimiter = delimiter, Prefix = prefix }, cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual AsyncPageable<BlobHierarchyItem> GetBlobsByHierarchyAsync(
        BlobTraits traits, BlobStates states, string? delimiter, string? prefix, CancellationToken cancellationToken) =>
        GetBlobsByHierarchyAsync(
            new GetBlobsByHierarchyOptions { Traits = traits, States = states, Delimiter = delimiter, Prefix = prefix }, cancellationToken);

    /// <inheritdoc cref="BlobServiceClient.FindBlobsByTags"/>
    public virtual Pageable<TaggedBlobItem> FindBlobsByTags(string tagFilterSqlExpression, CancellationToken cancellationToken = default) =>
        new ServicePages<TaggedBlobItem>(
            _session,
            (marker, size) => ContainerOperations.FindByTags(Uri, isContainer: true, tagFilterSqlExpression, marker, size),
            cancellationToken);

    /// <inheritdoc cref="BlobServiceClient.FindBlobsByTags"/>
    public virtual AsyncPageable<TaggedBlobItem> FindBlobsByTagsAsync(
        string tagFilterSqlExpression, CancellationToken cancellationToken = default) =>
        new AsyncServicePages<TaggedBlobItem>(
            _session,
            (marker, size) => ContainerOperations.FindByTags(Uri, isContainer: true, tagFilterSqlExpression, marker, size),
            cancellationToken);

    /// <summary>409 BlobAlreadyExists where there is one of the name.</summary>
    public virtual Response<BlobContentInfo> UploadBlob(string blobName, Stream content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).Upload(content, cancellationToken);

    /// <inheritdoc cref="UploadBlob(string, Stream, CancellationToken)"/>
    public virtual Task<Response<BlobContentInfo>> UploadBlobAsync(
        string blobName, Stream content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).UploadAsync(content, cancellationToken);

    /// <inheritdoc cref="UploadBlob(string, Stream, CancellationToken)"/>
    public virtual Response<BlobContentInfo> UploadBlob(
        string blobName, BinaryData content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).Upload(content, cancellationToken);

    /// <inheritdoc cref="UploadBlob(string, Stream, CancellationToken)"/>
    public virtual Task<Response<BlobContentInfo>> UploadBlobAsync(
        string blobName, BinaryData content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).UploadAsync(content, cancellationToken);

    public virtual Response DeleteBlob(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).Delete(snapshotsOption, conditions, cancellationToken);

    public virtual Task<Response> DeleteBlobAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).DeleteAsync(snapshotsOption, conditions, cancellationToken);

    /// <returns>False where there was no such blob.</returns>
    public virtual Response<bool> DeleteBlobIfExists(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).DeleteIfExists(snapshotsOption, conditions, cancellationToken);

    /// <inheritdoc cref="DeleteBlobIfExists"/>
    public virtual Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).DeleteIfExistsAsync(snapshotsOption, conditions, cancellationToken);

    /// <summary>A signature for the container and all its blobs that holds from now on.</summary>
    /// <exception cref="InvalidOperationException">The client cannot sign.</exception>
    public virtual Uri GenerateSasUri(BlobContainerSasPermissions permissions, DateTimeOffset expiresOn) =>
        GenerateSasUri(permissions, expiresOn, out _);

    /// <inheritdoc cref="GenerateSasUri(BlobContainerSasPermissions, DateTimeOffset)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateSasUri(BlobContainerSasPermissions permissions, DateTimeOffset expiresOn, out string stringToSign) =>
        GenerateSasUri(new BlobSasBuilder(permissions, expiresOn), out stringToSign);

    /// <exception cref="InvalidOperationException">The client cannot sign, or the builder names another container, or a blob.</exception>
    public virtual Uri GenerateSasUri(BlobSasBuilder builder) => GenerateSasUri(builder, out _);

    /// <inheritdoc cref="GenerateSasUri(BlobSasBuilder)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateSasUri(BlobSasBuilder builder, out string stringToSign) =>
        SasSigning.Sign(_address, builder, _session, out stringToSign);

    /// <summary>As <see cref="GenerateSasUri(BlobContainerSasPermissions, DateTimeOffset)"/>, signed with a user delegation key.</summary>
    public virtual Uri GenerateUserDelegationSasUri(
        BlobContainerSasPermissions permissions, DateTimeOffset expiresOn, UserDelegationKey userDelegationKey) =>
        GenerateUserDelegationSasUri(permissions, expiresOn, userDelegationKey, out _);

    /// <inheritdoc cref="GenerateUserDelegationSasUri(BlobContainerSasPermissions, DateTimeOffset, UserDelegationKey)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateUserDelegationSasUri(
        BlobContainerSasPermissions permissions, DateTimeOffset expiresOn, UserDelegationKey userDelegationKey, out string stringToSign) =>
        GenerateUserDelegationSasUri(new BlobSasBuilder(permissions, expiresOn), userDelegationKey, out stringToSign);

    /// <exception cref="InvalidOperationException">The builder names another container, or a blob.</exception>
    public virtual Uri GenerateUserDelegationSasUri(BlobSasBuilder builder, UserDelegationKey userDelegationKey) =>
        GenerateUserDelegationSasUri(builder, userDelegationKey, out _);

    /// <inheritdoc cref="GenerateUserDelegationSasUri(BlobSasBuilder, UserDelegationKey)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateUserDelegationSasUri(BlobSasBuilder builder, UserDelegationKey userDelegationKey, out string stringToSign) =>
        SasSigning.Sign(_address, builder, userDelegationKey, out stringToSign);
}
