using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;
using Local.Storage;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// One of the ways to be known to the service; at most one member is set, none means anonymous or a signature in the address.
/// </summary>
internal sealed record BlobCredential
{
    public static BlobCredential None { get; } = new();

    public StorageSharedKeyCredential? SharedKey { get; init; }

    public TokenCredential? Token { get; init; }

    public AzureSasCredential? Sas { get; init; }

    public static BlobCredential From(StorageConnectionString settings) =>
        settings is { AccountName: { } account, AccountKey: { } key, SharedAccessSignature: null }
            ? new BlobCredential { SharedKey = new StorageSharedKeyCredential(account, key) }
            : None;

    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static BlobCredential From(StorageSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new BlobCredential { SharedKey = credential };
    }

    /// <exception cref="ArgumentException">A token would travel unencrypted.</exception>
    public static BlobCredential From(Uri address, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return address.Scheme == Uri.UriSchemeHttps
            ? new BlobCredential { Token = credential }
            : throw new ArgumentException("Cannot use TokenCredential without HTTPS.", nameof(address));
    }

    /// <exception cref="ArgumentException">The address carries a signature of its own.</exception>
    public static BlobCredential From(Uri address, AzureSasCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new BlobUriBuilder(address).Sas is null
            ? new BlobCredential { Sas = credential }
            : throw new ArgumentException(
                "You cannot use AzureSasCredential when the resource URI also contains a Shared Access Signature.", nameof(address));
    }

    public HttpPipelinePolicy? CreatePolicy(BlobClientOptions options) => this switch
    {
        { SharedKey: { } key } => new SharedKeyPolicy(key),
        { Token: { } token } => new BearerTokenAuthenticationPolicy(token, (options.Audience ?? BlobAudience.DefaultAudience).Scope),
        { Sas: { } sas } => new SasPolicy(sas),
        _ => null,
    };
}
