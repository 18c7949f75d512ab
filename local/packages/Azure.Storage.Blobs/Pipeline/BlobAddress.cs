namespace Azure.Storage.Blobs.Pipeline;

/// <summary>Which account, container or blob a client stands for.</summary>
/// <param name="Service">The address of the account's blob service, with a signature in its query where one was given.</param>
/// <param name="Account">The account's name; empty where the address does not tell it (a domain of one's own).</param>
internal sealed record BlobAddress(Uri Service, string Account)
{
    public string Container { get; init; } = string.Empty;

    public string Blob { get; init; } = string.Empty;

    public string? Snapshot { get; init; }

    public string? VersionId { get; init; }

    public static BlobAddress Parse(Uri uri, bool trimBlobNameSlashes = true)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var parts = new BlobUriBuilder(uri, trimBlobNameSlashes);
        var address = new BlobAddress(uri, parts.AccountName)
        {
            Container = parts.BlobContainerName,
            Blob = parts.BlobName,
            Snapshot = parts.Snapshot.Length > 0 ? parts.Snapshot : null,
            VersionId = parts.VersionId.Length > 0 ? parts.VersionId : null,
        };
        parts.BlobName = parts.BlobContainerName = string.Empty;
        return address with { Service = new UriBuilder(parts.ToUri()) { Query = string.Join('&', OtherParameters(uri)) }.Uri };
    }

    /// <summary>The query's parts as they stand, but for a snapshot and a version: what is in a signature must not change.</summary>
    private static IEnumerable<string> OtherParameters(Uri uri) =>
        from part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        where UriQuery.Parse(part).Single().Name.ToUpperInvariant() is not ("SNAPSHOT" or "VERSIONID")
        select part;

    /// <exception cref="ArgumentException">The name is empty or has a "." or ".." between slashes, which an address cannot carry.</exception>
    public BlobAddress WithBlob(string name, bool trimSlashes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var trimmed = trimSlashes ? name.Trim('/') : name;
        foreach (var segment in trimmed.Split('/'))
        {
            if (segment is "." or "..")
            {
                // RFC 3986, section 5.2.4: whoever reads the address takes such segments out, and a name would reach into another container.
                throw new ArgumentException("A blob name must have no segment \".\" or \"..\".", nameof(name));
            }
        }

        return this with { Blob = trimmed, Snapshot = null, VersionId = null };
    }

    public BlobAddress WithContainer(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return this with { Container = name, Blob = string.Empty, Snapshot = null, VersionId = null };
    }

    public Uri ToUri()
    {
        var builder = new UriBuilder(Service);
        var path = builder.Path.TrimEnd('/');
        if (Container.Length > 0)
        {
            path = $"{path}/{EscapeContainer(Container)}";
        }

        if (Blob.Length > 0)
        {
            path = $"{path}/{EscapePath(Blob)}";
        }

        builder.Path = path;
        builder.Query = string.Join('&', Parts());
        return builder.Uri;
    }

    /// <summary>Each part between slashes percent-encoded, the slashes kept.</summary>
    public static string EscapePath(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The containers <c>$root</c>, <c>$web</c> and <c>$logs</c> keep their sign; no other name has a character to escape.</summary>
    public static string EscapeContainer(string name) => Uri.EscapeDataString(name).Replace("%24", "$", StringComparison.Ordinal);

    private IEnumerable<string> Parts()
    {
        if (Service.Query.Length > 1)
        {
            yield return Service.Query[1..];
        }

        if (Snapshot is not null)
        {
            yield return $"snapshot={Snapshot}";
        }

        if (VersionId is not null)
        {
            yield return $"versionid={VersionId}";
        }
    }
}
