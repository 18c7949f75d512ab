using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Sas;

/// <summary>
/// Makes a signature for one blob, snapshot, version or container, with an account's key ("Create a service SAS") or a user delegation key
/// ("Create a user delegation SAS"); the strings signed are those of version 2020-12-06 and later.
/// </summary>
public class BlobSasBuilder
{
    /// <summary>From here on the string signed for a delegation key names the person the signature is for (left empty here).</summary>
    private const string DelegatedUserVersion = "2025-07-05";

    /// <summary>From here on it also names headers and query parameters a request must have (left empty here).</summary>
    private const string SignedRequestVersion = "2026-04-06";

    private const string OldestVersion = "2020-12-06";

    public BlobSasBuilder(BlobSasPermissions permissions, DateTimeOffset expiresOn)
    {
        ExpiresOn = expiresOn;
        SetPermissions(permissions);
    }

    public BlobSasBuilder(BlobContainerSasPermissions permissions, DateTimeOffset expiresOn)
    {
        ExpiresOn = expiresOn;
        SetPermissions(permissions);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public BlobSasBuilder()
    {
    }

    /// <summary>
    /// The version whose rules the signature follows; null: <see cref="SasQueryParameters.DefaultSasVersion"/>. The mirrored package takes
    /// the
    /// default whatever stands here; an emulator that checks delegation keys by older rules needs this.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? Version { get; set; }

    public SasProtocol Protocol { get; set; }

    /// <summary>The default value: at once. Clocks differ: leave it, or state a time some minutes ago.</summary>
    public DateTimeOffset StartsOn { get; set; }

    /// <summary>The default value only together with <see cref="Identifier"/>.</summary>
    public DateTimeOffset ExpiresOn { get; set; }

    /// <summary>The letters of <c>sp</c>; null before SetPermissions.</summary>
    public string? Permissions { get; private set; }

    public SasIPRange IPRange { get; set; }

    /// <summary>The name of a stored access policy of the container; null for none.</summary>
    public string? Identifier { get; set; }

    public string? BlobContainerName { get; set; }

    /// <summary>Not escaped; null or empty for the whole container.</summary>
    public string? BlobName { get; set; }

    public string? Snapshot { get; set; }

    public string? BlobVersionId { get; set; }

    /// <summary>The kind of resource (<c>sr</c>); signing sets it.</summary>
    public string? Resource { get; set; }

    /// <summary>What a download answers as Cache-Control.</summary>
    public string? CacheControl { get; set; }

    public string? ContentDisposition { get; set; }

    public string? ContentEncoding { get; set; }

    public string? ContentLanguage { get; set; }

    public string? ContentType { get; set; }

    public void SetPermissions(BlobSasPermissions permissions) => Permissions = permissions.Letters();

    public void SetPermissions(BlobContainerSasPermissions permissions) => Permissions = permissions.Letters();

    /// <param name="rawPermissions">The letters, in the order the service wants.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetPermissions(string rawPermissions) => Permissions = rawPermissions;

    /// <param name="rawPermissions">The letters.</param>
    /// <param name="normalize">Whether to bring them into the order the service wants.</param>
    /// <exception cref="ArgumentException">A letter is unknown, where <paramref name="normalize"/> is set.</exception>
    public void SetPermissions(string rawPermissions, bool normalize = false) =>
        Permissions = normalize ? SasFormat.OrderPermissions(rawPermissions, BlobSasPermissionLetters.Order) : rawPermissions;

    /// <exception cref="InvalidOperationException">
    /// Neither an end nor a stored access policy is stated, or a snapshot and a version are.
    /// </exception>
    public BlobSasQueryParameters ToSasQueryParameters(StorageSharedKeyCredential sharedKeyCredential) =>
        ToSasQueryParameters(sharedKeyCredential, out _);

    /// <inheritdoc cref="ToSasQueryParameters(StorageSharedKeyCredential)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BlobSasQueryParameters ToSasQueryParameters(StorageSharedKeyCredential sharedKeyCredential, out string stringToSign)
    {
        ArgumentNullException.ThrowIfNull(sharedKeyCredential);
        var version = Complete();
        stringToSign = string.Join(
            '\n',
            [
                Permissions, SasFormat.Time(StartsOn), SasFormat.Time(ExpiresOn), CanonicalName(sharedKeyCredential.AccountName),
                Identifier, IPRange.ToString(), SasFormat.Protocol(Protocol), version, Resource, Snapshot ?? BlobVersionId,
                null, // the encryption scope, which is not offered here
                CacheControl, ContentDisposition, ContentEncoding, ContentLanguage, ContentType,
            ]);
        return new BlobSasQueryParameters(Values(version, sharedKeyCredential.Sign(stringToSign)), key: null);
    }

    /// <param name="userDelegationKey">Must hold for the whole time the signature does.</param>
    /// <param name="accountName">As in the account's address.</param>
    /// <exception cref="InvalidOperationException">No end is stated, or a snapshot and a version are.</exception>
    public BlobSasQueryParameters ToSasQueryParameters(UserDelegationKey userDelegationKey, string accountName) =>
        ToSasQueryParameters(userDelegationKey, accountName, out _);

    /// <inheritdoc cref="ToSasQueryParameters(UserDelegationKey, string)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BlobSasQueryParameters ToSasQueryParameters(UserDelegationKey userDelegationKey, string accountName, out string stringToSign)
    {
        ArgumentNullException.ThrowIfNull(userDelegationKey);
        var version = Complete();
        string?[] whoAndWhat =
        [
            Permissions, SasFormat.Time(StartsOn), SasFormat.Time(ExpiresOn), CanonicalName(accountName),
            userDelegationKey.SignedObjectId, userDelegationKey.SignedTenantId,
            SasFormat.Time(userDelegationKey.SignedStartsOn), SasFormat.Time(userDelegationKey.SignedExpiresOn),
            userDelegationKey.SignedService, userDelegationKey.SignedVersion,
            null, null, null, // the authorized and the unauthorized object id, the correlation id
        ];
        stringToSign = string.Join(
            '\n',
            [
                .. whoAndWhat,
                .. Blanks(2, since: DelegatedUserVersion, version),
                IPRange.ToString(), SasFormat.Protocol(Protocol), version, Resource, Snapshot ?? BlobVersionId,
                null, // the encryption scope
                .. Blanks(2, since: SignedRequestVersion, version),
                CacheControl, ContentDisposition, ContentEncoding, ContentLanguage, ContentType,
            ]);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(userDelegationKey.Value), Encoding.UTF8.GetBytes(stringToSign));
        return new BlobSasQueryParameters(Values(version, Convert.ToBase64String(signature)), userDelegationKey);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => base.ToString()!;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => base.Equals(obj);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>A copy that names <paramref name="container"/> and <paramref name="blob"/>, for a client that signs for itself.</summary>
    internal BlobSasBuilder For(string container, string? blob, string? snapshot, string? versionId)
    {
        var copy = (BlobSasBuilder)MemberwiseClone();
        copy.BlobContainerName = container;
        copy.BlobName = blob;
        copy.Snapshot = snapshot;
        copy.BlobVersionId = versionId;
        return copy;
    }

    private static string?[] Blanks(int count, string since, string version) =>
        string.CompareOrdinal(version, since) >= 0 ? new string?[count] : [];

    private string Complete()
    {
        if (ExpiresOn == default && string.IsNullOrEmpty(Identifier))
        {
            throw new InvalidOperationException("SAS is missing required parameter: ExpiresOn");
        }

        if (string.IsNullOrEmpty(Permissions) && string.IsNullOrEmpty(Identifier))
        {
            throw new InvalidOperationException("SAS is missing required parameter: Permissions");
        }

        Resource = this switch
        {
            { Snapshot.Length: > 0, BlobVersionId.Length: > 0 } =>
                throw new InvalidOperationException("SAS cannot be for a snapshot and a version at once."),
            { BlobName: null or "" } => "c",
            { Snapshot.Length: > 0 } => "bs",
            { BlobVersionId.Length: > 0 } => "bv",
            _ => "b",
        };
        var version = Version is { Length: > 0 } ? Version : SasQueryParameters.DefaultSasVersion;
        return string.CompareOrdinal(version, OldestVersion) >= 0
            ? version
            : throw new InvalidOperationException($"SAS of a version before {OldestVersion} cannot be made.");
    }

    private string CanonicalName(string account) =>
        string.IsNullOrEmpty(BlobName) ? $"/blob/{account}/{BlobContainerName}" : $"/blob/{account}/{BlobContainerName}/{BlobName}";

    private SasValues Values(string version, string signature) => new()
    {
        Version = version,
        Protocol = Protocol,
        StartsOn = StartsOn,
        ExpiresOn = ExpiresOn,
        IPRange = IPRange,
        Identifier = Identifier,
        Resource = Resource,
        Permissions = Permissions,
        CacheControl = CacheControl,
        ContentDisposition = ContentDisposition,
        ContentEncoding = ContentEncoding,
        ContentLanguage = ContentLanguage,
        ContentType = ContentType,
        Signature = signature,
    };
}
