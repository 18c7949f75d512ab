namespace Azure.Storage.Sas;

/// <summary>Everything a shared access signature can state; what is null or default is not stated.</summary>
internal sealed record SasValues
{
    public string? Version { get; init; }

    public AccountSasServices? Services { get; init; }

    public AccountSasResourceTypes? ResourceTypes { get; init; }

    public SasProtocol Protocol { get; init; }

    public SasTime StartsOn { get; init; }

    public SasTime ExpiresOn { get; init; }

    public SasIPRange IPRange { get; init; }

    public string? Identifier { get; init; }

    public string? Resource { get; init; }

    public string? Permissions { get; init; }

    public string? Signature { get; init; }

    public string? CacheControl { get; init; }

    public string? ContentDisposition { get; init; }

    public string? ContentEncoding { get; init; }

    public string? ContentLanguage { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Removes the names it knows from <paramref name="query"/> and reads them.</summary>
    public static SasValues Take(IDictionary<string, string> query) => new()
    {
        Version = Take(query, "sv"),
        Services = Take(query, "ss") is { } services ? SasFormat.ParseServices(services) : null,
        ResourceTypes = Take(query, "srt") is { } types ? SasFormat.ParseResourceTypes(types) : null,
        Protocol = SasFormat.ParseProtocol(Take(query, "spr")),
        StartsOn = SasTime.Read(Take(query, "st")),
        ExpiresOn = SasTime.Read(Take(query, "se")),
        IPRange = Take(query, "sip") is { } range ? SasIPRange.Parse(range) : default,
        Identifier = Take(query, "si"),
        Resource = Take(query, "sr"),
        Permissions = Take(query, "sp"),
        Signature = Take(query, "sig"),
        CacheControl = Take(query, "rscc"),
        ContentDisposition = Take(query, "rscd"),
        ContentEncoding = Take(query, "rsce"),
        ContentLanguage = Take(query, "rscl"),
        ContentType = Take(query, "rsct"),
    };

    /// <summary>The value of <paramref name="name"/>, taken out of the query; null where it is missing or empty.</summary>
    public static string? Take(IDictionary<string, string> query, string name) =>
        query.Remove(name, out var value) && value.Length > 0 ? value : null;
}
