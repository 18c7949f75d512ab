using System.ComponentModel;
using System.Net;
using System.Text;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Sas;

namespace Azure.Storage.Blobs;

/// <summary>
/// The address of an account, container or blob taken apart, to be changed and put together again. An account stands in the host
/// (<c>account.blob.core.windows.net</c>), or first in the path where the host is an IP address or a bare machine name (an emulator).
/// </summary>
public class BlobUriBuilder
{
    private readonly bool _accountInPath;

    public BlobUriBuilder(Uri uri)
        : this(uri, trimBlobNameSlashes: true)
    {
    }

    /// <param name="uri">Absolute.</param>
    /// <param name="trimBlobNameSlashes">Whether slashes at both ends of the blob's name are dropped.</param>
    public BlobUriBuilder(Uri uri, bool trimBlobNameSlashes)
    {
        ArgumentNullException.ThrowIfNull(uri);
        TrimBlobNameSlashes = trimBlobNameSlashes;
        Scheme = uri.Scheme;
        Host = uri.Host;
        Port = uri.Port;
        _accountInPath = IPAddress.TryParse(uri.Host.Trim('[', ']'), out _) || !uri.Host.Contains('.', StringComparison.Ordinal);

        var path = uri.AbsolutePath.TrimStart('/');
        if (_accountInPath)
        {
            (AccountName, path) = Cut(path);
        }
        else
        {
            AccountName = AccountInHost(uri.Host);
        }

        var (container, blob) = Cut(path);
        BlobContainerName = Uri.UnescapeDataString(container);
        BlobName = Uri.UnescapeDataString(trimBlobNameSlashes ? blob.Trim('/') : blob);
        ReadQuery(uri.Query);
    }

    public bool TrimBlobNameSlashes { get; }

    public string Scheme { get; set; }

    public string Host { get; set; }

    public int Port { get; set; }

    /// <summary>Empty where the address does not tell it. Setting it changes the path of an emulator's address, never a host.</summary>
    public string AccountName { get; set; }

    public string BlobContainerName { get; set; }

    /// <summary>Not escaped.</summary>
    public string BlobName { get; set; }

    /// <summary>Empty for the blob itself.</summary>
    public string Snapshot { get; set; } = string.Empty;

    /// <summary>Empty for the newest version.</summary>
    public string VersionId { get; set; } = string.Empty;

    /// <summary>Null where the address carries no signature.</summary>
    public BlobSasQueryParameters? Sas { get; set; }

    /// <summary>What else stands in the query, without a question mark.</summary>
    public string Query { get; set; } = string.Empty;

    /// <inheritdoc cref="ToString"/>
    public Uri ToUri() => new(ToString(), UriKind.Absolute);

    /// <summary>The whole address; holds a secret where <see cref="Sas"/> is set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString()
    {
        var path = new StringBuilder();
        Append(path, _accountInPath ? AccountName : null);
        Append(path, BlobContainerName is { Length: > 0 } name ? BlobAddress.EscapeContainer(name) : null);
        var blob = TrimBlobNameSlashes ? BlobName?.Trim('/') : BlobName;
        Append(path, blob is { Length: > 0 } && BlobContainerName is { Length: > 0 } ? BlobAddress.EscapePath(blob) : null);

        string?[] query =
        [
            Query,
            Snapshot is { Length: > 0 } snapshot ? $"snapshot={snapshot}" : null,
            VersionId is { Length: > 0 } version ? $"versionid={version}" : null,
            Sas?.ToString(),
        ];
        var address = new UriBuilder(Scheme, Host, Port, path.ToString())
        {
            Query = string.Join('&', query.Where(part => !string.IsNullOrEmpty(part))),
        };
        return address.Uri.AbsoluteUri;
    }

    private static void Append(StringBuilder path, string? part)
    {
        if (!string.IsNullOrEmpty(part))
        {
            path.Append('/').Append(part);
        }
    }

    private static (string Head, string Tail) Cut(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, string.Empty) : (path[..slash], path[(slash + 1)..]);
    }

    /// <summary>The first label of a host like <c>account.blob.…</c>, without the mark of a secondary endpoint.</summary>
    private static string AccountInHost(string host)
    {
        const string Secondary = "-secondary";
        if (!host.Contains(".blob.", StringComparison.OrdinalIgnoreCase))
        {
            return string.Empty;
        }

        var account = host[..host.IndexOf('.', StringComparison.Ordinal)];
        return account.EndsWith(Secondary, StringComparison.OrdinalIgnoreCase) ? account[..^Secondary.Length] : account;
    }

    private void ReadQuery(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in UriQuery.Parse(query))
        {
            values.TryAdd(name, value);
        }

        Snapshot = values.Remove("snapshot", out var snapshot) ? snapshot : string.Empty;
        VersionId = values.Remove("versionid", out var version) ? version : string.Empty;
        Sas = values.ContainsKey("sv") ? BlobSasQueryParameters.Take(values) : null;
        Query = string.Join('&', values.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
    }
}
