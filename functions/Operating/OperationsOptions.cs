namespace Collaborations.Operating;

/// <summary>What opens the operators' routes.</summary>
public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>As many characters as 192 random bits have in base64.</summary>
    private const int LeastKeyLength = 32;

    /// <summary>How a reference into the vault begins that the platform could not follow: it hands the words on in place of the secret.</summary>
    private const string UnfollowedReference = "@Microsoft.KeyVault";

    /// <summary>At least 32 characters that nobody can guess; from Key Vault on Azure, from a file of the data folder locally. Empty: the routes are off.</summary>
    public string Key { get; set; } = string.Empty;

    /// <returns>Whether there is a key that a request can be held against.</returns>
    public bool IsOn() => Key.Length >= LeastKeyLength && !Key.StartsWith(UnfollowedReference, StringComparison.Ordinal);
}
