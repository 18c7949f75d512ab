namespace Collaborations.Messaging;

/// <summary>Which communication resource sends, as whom, and where what it sends leads back to.</summary>
public sealed class CommunicationOptions
{
    public const string Section = "Communication";

    private const int LeastKeyLength = 32;

    /// <summary>Takes precedence over <see cref="Endpoint"/>; carries a key, so on Azure it stays empty and the identity is used.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For example <c>https://resource.communication.azure.com</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>As <see cref="Storage.StorageOptions.ManagedIdentityClientId"/>.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Where the pages are; the links in emails begin with it, never with what a request says (ASVS 5.0, 14.2.1).</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The sender of emails.</summary>
    public string EmailSender { get; set; } = "no-reply@collaborations.example";

    /// <summary>The number that texts and calls come from, E.164.</summary>
    public string PhoneNumber { get; set; } = "+12025550100";

    /// <summary>What turns text into speech; calls need it on Azure.</summary>
    public Uri? SpeechEndpoint { get; set; }

    /// <summary>Base64url, at least 32 characters: what delivery reports and events of calls must bring along.</summary>
    public string HookKey { get; set; } = string.Empty;

    /// <summary>The one before it, for what was told that address while the key changed hands; empty, or <c>none</c>, where there is none.</summary>
    public string FormerHookKey { get; set; } = string.Empty;

    /// <summary>With which of them a report is taken.</summary>
    public IEnumerable<string> AcceptedHookKeys() => new[] { HookKey, FormerHookKey }.Where(IsKey);

    /// <returns>One sentence that says what is missing, or null when the options can be used.</returns>
    public string? Missing() => this switch
    {
        { ConnectionString: null or "", Endpoint: null } => $"Set {Section}:ConnectionString or {Section}:Endpoint.",
        { PublicAddress: not { IsAbsoluteUri: true } } => $"Set {Section}:PublicAddress to the address of the pages.",
        _ when !IsKey(HookKey) => $"Set {Section}:HookKey to at least {LeastKeyLength} random characters.",
        _ => null,
    };

    // A reference into the vault that the platform could not follow is handed on in words, which everybody can guess.
    private static bool IsKey(string key) => key.Length >= LeastKeyLength && key[0] != '@';
}
