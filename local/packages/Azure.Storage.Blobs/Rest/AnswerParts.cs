using System.Globalization;
using System.Xml.Linq;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Reads what answers of many kinds carry. What the service leaves out is null or the default value.</summary>
internal static class AnswerParts
{
    private const string MetadataPrefix = "x-ms-meta-";

    public static string? Text(this Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>With its quotation marks, as it stands in the header.</summary>
    public static ETag ETag(this Response response) => response.Text("ETag") is { } etag ? new ETag(etag) : default;

    public static DateTimeOffset LastModified(this Response response) => response.Time("Last-Modified") ?? default;

    public static DateTimeOffset? Time(this Response response, string name) => ParseTime(response.Text(name));

    public static long Number(this Response response, string name) => ParseNumber(response.Text(name)) ?? 0;

    public static bool Flag(this Response response, string name) => ParseFlag(response.Text(name)) ?? false;

    public static byte[]? Bytes(this Response response, string name) => ParseBytes(response.Text(name));

    public static Uri? Address(this Response response, string name) => ParseAddress(response.Text(name));

    public static IDictionary<string, string> Metadata(this Response response)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
        {
            if (header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            {
                metadata[header.Name[MetadataPrefix.Length..]] = header.Value;
            }
        }

        return metadata;
    }

    /// <summary>The XML of an answer, which is in memory already.</summary>
    /// <exception cref="InvalidOperationException">There is no body where the service must send one.</exception>
    public static XElement Xml(this Response response) =>
        response.ContentStream is { } body ? XElement.Load(body) : throw new InvalidOperationException("The service answered without a body.");

    public static DateTimeOffset? ParseTime(string? text) =>
        string.IsNullOrEmpty(text)
            ? null
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static long? ParseNumber(string? text) => string.IsNullOrEmpty(text) ? null : long.Parse(text, CultureInfo.InvariantCulture);

    public static bool? ParseFlag(string? text) => string.IsNullOrEmpty(text) ? null : bool.Parse(text);

    public static byte[]? ParseBytes(string? text) => string.IsNullOrEmpty(text) ? null : Convert.FromBase64String(text);

    public static Uri? ParseAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    public static BlobType? ParseBlobType(string? text) => text switch
    {
        null or "" => null,
        "PageBlob" => BlobType.Page,
        "AppendBlob" => BlobType.Append,
        _ => BlobType.Block,
    };

    public static LeaseStatus? ParseLeaseStatus(string? text) => Parse<LeaseStatus>(text);

    public static LeaseState? ParseLeaseState(string? text) => Parse<LeaseState>(text);

    public static LeaseDurationType? ParseLeaseDuration(string? text) => Parse<LeaseDurationType>(text);

    public static CopyStatus? ParseCopyStatus(string? text) => Parse<CopyStatus>(text);

    public static PublicAccessType? ParsePublicAccess(string? text) => text switch
    {
        "container" => PublicAccessType.BlobContainer,
        "blob" => PublicAccessType.Blob,
        _ => null,
    };

    private static T? Parse<T>(string? text)
        where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? null : Enum.Parse<T>(text, ignoreCase: true);
}
