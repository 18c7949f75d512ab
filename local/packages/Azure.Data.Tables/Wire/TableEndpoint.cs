using System.Net;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Where an account's tables are: the address without query and closing slash, and the shared access signature that came with it.
/// On an IP address or "localhost" the account is the first part of the path, elsewhere the first label of the host
/// ("Use the Azurite emulator", address forms).
/// </summary>
internal sealed record TableEndpoint(Uri Service, string? Signature)
{
    /// <summary>What is left for a table's name when the account's part of the path is taken away; null where nothing is.</summary>
    public string? TableName { get; private init; }

    public string AccountName =>
        HasAccountInPath(Service) ? Segments(Service).FirstOrDefault() ?? string.Empty : Service.Host.Split('.')[0];

    /// <param name="endpoint">An account's address.</param>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public static TableEndpoint OfAccount(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new TableEndpoint(WithoutQuery(endpoint), Query(endpoint));
    }

    /// <param name="endpoint">A table's address, or an account's with a signature that names the table.</param>
    /// <param name="signature">The signature that will be sent, where it is not the address's own.</param>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public static TableEndpoint OfTable(Uri endpoint, string? signature)
    {
        var account = OfAccount(endpoint);
        var segments = Segments(account.Service);
        var depth = HasAccountInPath(endpoint) ? 1 : 0;
        if (segments.Length <= depth)
        {
            return account with { TableName = NameIn(signature ?? account.Signature) };
        }

        var root = new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}/{string.Join('/', segments[..depth])}");
        return new TableEndpoint(WithoutQuery(root), account.Signature) { TableName = segments[depth] };
    }

    /// <exception cref="ArgumentException">The address would send a signature in the clear to another machine.</exception>
    public static void RequireSecrecy(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
        {
            throw new ArgumentException("A shared access signature is only sent over HTTPS.", nameof(endpoint));
        }
    }

    private static bool HasAccountInPath(Uri address) =>
        address.IsLoopback || IPAddress.TryParse(address.Host, out _);

    private static string[] Segments(Uri address) => address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static Uri WithoutQuery(Uri address) => new(address.GetLeftPart(UriPartial.Path).TrimEnd('/'));

    private static string? Query(Uri address) => address.Query.Length > 1 ? address.Query[1..] : null;

    // "tn" is the table of a service signature ("Create a service SAS", table fields).
    private static string? NameIn(string? signature) => signature?.TrimStart('?')
        .Split('&')
        .Where(part => part.StartsWith("tn=", StringComparison.Ordinal))
        .Select(part => Uri.UnescapeDataString(part[3..]))
        .FirstOrDefault();
}
