using System.ComponentModel;

namespace Azure.Storage.Sas;

/// <summary>
/// Makes a signature that holds for a whole account: its services, its kinds of resource, what may be done and for how long.
/// String to sign: "Create an account SAS", version 2020-12-06 and later.
/// </summary>
public class AccountSasBuilder
{
    private const string PermissionOrder = "rwdxylacuptfi";

    private static readonly (AccountSasPermissions Flag, char Letter)[] PermissionLetters =
    [
        (AccountSasPermissions.Read, 'r'), (AccountSasPermissions.Write, 'w'), (AccountSasPermissions.Delete, 'd'),
        (AccountSasPermissions.DeleteVersion, 'x'), (AccountSasPermissions.PermanentDelete, 'y'), (AccountSasPermissions.List, 'l'),
        (AccountSasPermissions.Add, 'a'), (AccountSasPermissions.Create, 'c'), (AccountSasPermissions.Update, 'u'),
        (AccountSasPermissions.Process, 'p'), (AccountSasPermissions.Tag, 't'), (AccountSasPermissions.Filter, 'f'),
        (AccountSasPermissions.SetImmutabilityPolicy, 'i'),
    ];

    public AccountSasBuilder(
        AccountSasPermissions permissions, DateTimeOffset expiresOn, AccountSasServices services, AccountSasResourceTypes resourceTypes)
    {
        ExpiresOn = expiresOn;
        Services = services;
        ResourceTypes = resourceTypes;
        SetPermissions(permissions);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public AccountSasBuilder()
    {
    }

    /// <summary>The version signed is always <see cref="SasQueryParameters.DefaultSasVersion"/>; signing sets it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? Version { get; set; }

    public SasProtocol Protocol { get; set; }

    /// <summary>The default value: at once.</summary>
    public DateTimeOffset StartsOn { get; set; }

    public DateTimeOffset ExpiresOn { get; set; }

    /// <summary>The letters of <c>sp</c>; null before <see cref="SetPermissions(AccountSasPermissions)"/>.</summary>
    public string? Permissions { get; private set; }

    public SasIPRange IPRange { get; set; }

    public AccountSasServices Services { get; set; }

    public AccountSasResourceTypes ResourceTypes { get; set; }

    public void SetPermissions(AccountSasPermissions permissions) =>
        Permissions = string.Concat(PermissionLetters.Where(row => permissions.HasFlag(row.Flag)).Select(row => row.Letter));

    /// <param name="rawPermissions">The letters in any order.</param>
    /// <exception cref="ArgumentException">A letter is no account permission.</exception>
    public void SetPermissions(string rawPermissions) =>
        Permissions = SasFormat.OrderPermissions(rawPermissions, PermissionOrder);

    /// <exception cref="InvalidOperationException">The end, the permissions, the services or the resource types are not stated.</exception>
    public SasQueryParameters ToSasQueryParameters(StorageSharedKeyCredential sharedKeyCredential) =>
        ToSasQueryParameters(sharedKeyCredential, out _);

    /// <inheritdoc cref="ToSasQueryParameters(StorageSharedKeyCredential)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SasQueryParameters ToSasQueryParameters(StorageSharedKeyCredential sharedKeyCredential, out string stringToSign)
    {
        ArgumentNullException.ThrowIfNull(sharedKeyCredential);
        if (ExpiresOn == default || string.IsNullOrEmpty(Permissions) || Services == default || ResourceTypes == default)
        {
            throw new InvalidOperationException(
                "Account SAS is missing at least one of these: ExpiryTime, Permissions, Service, or ResourceType");
        }

        Version = SasQueryParameters.DefaultSasVersion;
        stringToSign = string.Join(
            '\n',
            sharedKeyCredential.AccountName,
            Permissions,
            SasFormat.Services(Services),
            SasFormat.ResourceTypes(ResourceTypes),
            SasFormat.Time(StartsOn),
            SasFormat.Time(ExpiresOn),
            IPRange.ToString(),
            SasFormat.Protocol(Protocol),
            Version,
            string.Empty, // the encryption scope, which is not offered here
            string.Empty); // the string ends with a line feed
        return new SasQueryParameters(new SasValues
        {
            Version = Version,
            Services = Services,
            ResourceTypes = ResourceTypes,
            Protocol = Protocol,
            StartsOn = StartsOn,
            ExpiresOn = ExpiresOn,
            IPRange = IPRange,
            Permissions = Permissions,
            Signature = sharedKeyCredential.Sign(stringToSign),
        });
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => base.ToString()!;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => base.Equals(obj);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();
}
