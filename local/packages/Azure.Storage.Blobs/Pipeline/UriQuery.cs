namespace Azure.Storage.Blobs.Pipeline;

/// <summary>A query taken apart, in the order it stands in.</summary>
internal static class UriQuery
{
    /// <param name="query">With or without the question mark.</param>
    /// <returns>Names and values, percent-decoded (a plus sign is a plus sign, as the service reads it).</returns>
    public static IEnumerable<(string Name, string Value)> Parse(string query) =>
        from part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let sign = part.IndexOf('=', StringComparison.Ordinal)
        select sign < 0
            ? (Uri.UnescapeDataString(part), string.Empty)
            : (Uri.UnescapeDataString(part[..sign]), Uri.UnescapeDataString(part[(sign + 1)..]));
}
