using System.ComponentModel;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Sas;

namespace Azure.Storage.Blobs.Specialized;

/// <content>Signatures for the blob.</content>
public partial class BlobBaseClient
{
    /// <summary>An address for this one blob that holds from now on, for whoever has it.</summary>
    /// <exception cref="InvalidOperationException">The client cannot sign.</exception>
    public virtual Uri GenerateSasUri(BlobSasPermissions permissions, DateTimeOffset expiresOn) =>
        GenerateSasUri(permissions, expiresOn, out _);

    /// <inheritdoc cref="GenerateSasUri(BlobSasPermissions, DateTimeOffset)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateSasUri(BlobSasPermissions permissions, DateTimeOffset expiresOn, out string stringToSign) =>
        GenerateSasUri(new BlobSasBuilder(permissions, expiresOn), out stringToSign);

    /// <exception cref="InvalidOperationException">The client cannot sign, or the builder names another blob.</exception>
    public virtual Uri GenerateSasUri(BlobSasBuilder builder) => GenerateSasUri(builder, out _);

    /// <inheritdoc cref="GenerateSasUri(BlobSasBuilder)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateSasUri(BlobSasBuilder builder, out string stringToSign) =>
        SasSigning.Sign(_address, builder, _session, out stringToSign);

    /// <summary>As <see cref="GenerateSasUri(BlobSasPermissions, DateTimeOffset)"/>, signed with a user delegation key.</summary>
    public virtual Uri GenerateUserDelegationSasUri(
        BlobSasPermissions permissions, DateTimeOffset expiresOn, UserDelegationKey userDelegationKey) =>
        GenerateUserDelegationSasUri(permissions, expiresOn, userDelegationKey, out _);

    /// <inheritdoc cref="GenerateUserDelegationSasUri(BlobSasPermissions, DateTimeOffset, UserDelegationKey)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateUserDelegationSasUri(
        BlobSasPermissions permissions, DateTimeOffset expiresOn, UserDelegationKey userDelegationKey, out string stringToSign) =>
        GenerateUserDelegationSasUri(new BlobSasBuilder(permissions, expiresOn), userDelegationKey, out stringToSign);

    /// <exception cref="InvalidOperationException">The builder names another blob.</exception>
    public virtual Uri GenerateUserDelegationSasUri(BlobSasBuilder builder, UserDelegationKey userDelegationKey) =>
        GenerateUserDelegationSasUri(builder, userDelegationKey, out _);

    /// <inheritdoc cref="GenerateUserDelegationSasUri(BlobSasBuilder, UserDelegationKey)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Uri GenerateUserDelegationSasUri(BlobSasBuilder builder, UserDelegationKey userDelegationKey, out string stringToSign) =>
        SasSigning.Sign(_address, builder, userDelegationKey, out stringToSign);
}
