namespace Azure.Storage.Blobs.Models;

/// <summary>A key that signs in the name of one person or service of the directory: "Get User Delegation Key".</summary>
public class UserDelegationKey
{
    internal UserDelegationKey()
    {
    }

    /// <summary>The object in the directory that asked for the key.</summary>
    public string SignedObjectId { get; internal init; } = string.Empty;

    public string SignedTenantId { get; internal init; } = string.Empty;

    public DateTimeOffset SignedStartsOn { get; internal init; }

    public DateTimeOffset SignedExpiresOn { get; internal init; }

    /// <summary>The service the key holds for: <c>b</c>.</summary>
    public string SignedService { get; internal init; } = string.Empty;

    /// <summary>The version of the service that made the key.</summary>
    public string SignedVersion { get; internal init; } = string.Empty;

    /// <summary>Base64. A secret.</summary>
    public string Value { get; internal init; } = string.Empty;
}
