using Azure.Core.Pipeline;

namespace Local.Storage;

/// <summary>
/// A storage connection string taken apart, with the transport that reaches the store it names.
/// Keys and defaults are those of the service's documentation ("Configure Azure Storage connection strings").
/// </summary>
internal sealed class StorageConnectionString
{
    /// <summary>The emulator's account and key: public, fixed, and documented with the emulator ("Use the Azurite emulator").</summary>
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string DefaultSuffix = "core.windows.net";

    private readonly Dictionary<string, string> _settings;

    private StorageConnectionString(Dictionary<string, string> settings) => _settings = settings;

    public string? AccountName => Setting("AccountName");

    /// <summary>Base64, as the portal shows it; null where the string carries a shared access signature or nothing.</summary>
    public string? AccountKey => Setting("AccountKey");

    /// <summary>Without the leading question mark; null where there is none.</summary>
    public string? SharedAccessSignature => Setting("SharedAccessSignature")?.TrimStart('?');

    /// <summary>
    /// The way to the store when it is not the network: the seam for a store embedded in this process.
    /// Null means the pipeline's own HTTP transport.
    /// </summary>
    public HttpPipelineTransport? Transport { get; private init; }

    public Uri TableEndpoint => Endpoint("TableEndpoint", "table");

    public Uri BlobEndpoint => Endpoint("BlobEndpoint", "blob");

    /// <exception cref="ArgumentNullException">The string is null.</exception>
    /// <exception cref="FormatException">A part has no "=", no account or endpoint is named, or an endpoint is no absolute address.</exception>
    public static StorageConnectionString Parse(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("Settings must be of the form \"name=value\".");
            }

            settings[part[..equals]] = part[(equals + 1)..];
        }

        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var use) && use)
        {
            UseEmulator(settings);
        }

        if (!settings.ContainsKey("AccountName") && !settings.ContainsKey("TableEndpoint") && !settings.ContainsKey("BlobEndpoint"))
        {
            throw new FormatException("No valid combination of account information found.");
        }

        return new StorageConnectionString(settings);
    }

    private static void UseEmulator(Dictionary<string, string> settings)
    {
        settings.TryAdd("AccountName", EmulatorAccount);
        settings.TryAdd("AccountKey", EmulatorKey);
        settings.TryAdd("BlobEndpoint", $"http://127.0.0.1:10000/{EmulatorAccount}");
        settings.TryAdd("TableEndpoint", $"http://127.0.0.1:10002/{EmulatorAccount}");
    }

    private Uri Endpoint(string name, string service)
    {
        if (Setting(name) is { } stated)
        {
            return Uri.TryCreate(stated, UriKind.Absolute, out var address)
                ? address
                : throw new FormatException($"{name} is not an absolute address.");
        }

        var protocol = Setting("DefaultEndpointsProtocol") ?? "https";
        var suffix = Setting("EndpointSuffix") ?? DefaultSuffix;
        return AccountName is { } account
            ? new Uri($"{protocol}://{account}.{service}.{suffix}")
            : throw new FormatException("No valid combination of account information found.");
    }

    private string? Setting(string name) => _settings.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
