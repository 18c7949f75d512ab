using Local.Storage;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>A connection string as the clients of this package use it.</summary>
internal sealed class ConnectionSettings
{
    private readonly StorageConnectionString _settings;

    private ConnectionSettings(StorageConnectionString settings)
    {
        _settings = settings;
        var endpoint = settings.BlobEndpoint;
        var service = settings.SharedAccessSignature is { } signature ? SasSigning.Sign(endpoint, signature) : endpoint;
        Address = new BlobAddress(service, settings.AccountName ?? new BlobUriBuilder(endpoint).AccountName);
    }

    public BlobAddress Address { get; }

    /// <exception cref="ArgumentNullException">The string is null or empty.</exception>
    /// <exception cref="FormatException">The string names no account, or not in the form <c>name=value;…</c>.</exception>
    public static ConnectionSettings Parse(string connectionString) =>
        string.IsNullOrEmpty(connectionString)
            ? throw new ArgumentNullException(nameof(connectionString))
            : new ConnectionSettings(Complete(StorageConnectionString.Parse(connectionString)));

    /// <summary>An account's name alone opens nothing; an address alone may, where a container is public.</summary>
    private static StorageConnectionString Complete(StorageConnectionString settings) =>
        settings is { AccountName: not null, AccountKey: null, SharedAccessSignature: null, Transport: null }
            ? throw new FormatException("No valid combination of account information found.")
            : settings;

    /// <summary>The embedded store is reached by the string's own transport, unless the caller chose one.</summary>
    public BlobSession Connect(BlobClientOptions? options) =>
        new(options ?? new BlobClientOptions(), BlobCredential.From(_settings), _settings.Transport);
}
