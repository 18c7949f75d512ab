namespace Collaborations.Storage;

/// <summary>
/// Which storage account holds the records and files: by connection string, or by the addresses of an account that this app's identity may use.
/// </summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Takes precedence over the addresses. May carry a secret: on Azure it stays empty and the identity is used.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For example <c>https://account.table.core.windows.net</c>.</summary>
    public Uri? TableEndpoint { get; set; }

    /// <summary>For example <c>https://account.blob.core.windows.net</c>.</summary>
    public Uri? BlobEndpoint { get; set; }

    /// <summary>The client id of the user-assigned identity; empty for the system-assigned one or the developer's own sign-in.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>
    /// The origin of the pages, or several with commas between, where this app is to let them read and write blobs by signed address: on one machine, where nothing else does.
    /// On Azure the account's template says it.
    /// </summary>
    public string? PagesOrigin { get; set; }

    /// <summary>Whether the account scans files for malware (Microsoft Defender for Storage): then none is ready before its result is there.</summary>
    public bool ScansFiles { get; set; }

    /// <returns>One sentence that says what is missing, or null when the options can be used.</returns>
    public string? Missing()
    {
        if (!string.IsNullOrEmpty(ConnectionString) || (TableEndpoint is not null && BlobEndpoint is not null))
        {
            return null;
        }

        return $"Set {Section}:ConnectionString, or both {Section}:TableEndpoint and {Section}:BlobEndpoint.";
    }
}
