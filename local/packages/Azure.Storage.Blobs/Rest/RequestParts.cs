using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>What requests of many kinds carry, written as the service reads it.</summary>
internal static class RequestParts
{
    /// <exception cref="ArgumentException">A name or value has characters that a header cannot carry (RFC 9110, section 5.5).</exception>
    public static StorageOperation<T> Metadata<T>(this StorageOperation<T> operation, IDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            if (!name.All(char.IsAscii) || value.Any(letter => !char.IsAscii(letter) || char.IsControl(letter)))
            {
                throw new ArgumentException($"Metadata is sent as headers, in printable ASCII; \"{name}\" is not.", nameof(metadata));
            }

            operation.Header($"x-ms-meta-{name}", value);
        }

        return operation;
    }

    public static StorageOperation<T> BlobHeaders<T>(this StorageOperation<T> operation, BlobHttpHeaders? headers) =>
        operation
            .Header("x-ms-blob-content-type", headers?.ContentType)
            .Header("x-ms-blob-content-encoding", headers?.ContentEncoding)
            .Header("x-ms-blob-content-language", headers?.ContentLanguage)
            .Header("x-ms-blob-content-disposition", headers?.ContentDisposition)
            .Header("x-ms-blob-cache-control", headers?.CacheControl)
            .Header("x-ms-blob-content-md5", headers?.ContentHash is { } hash ? Convert.ToBase64String(hash) : null);

    /// <summary>Tags of a blob about to be written, in the form of a query.</summary>
    public static StorageOperation<T> TagHeader<T>(this StorageOperation<T> operation, IDictionary<string, string>? tags) =>
        operation.Header("x-ms-tags", tags is { Count: > 0 } ? string.Join('&', tags.Select(tag => $"{Escape(tag.Key)}={Escape(tag.Value)}")) : null);

    public static StorageOperation<T> Snapshot<T>(this StorageOperation<T> operation, string? snapshot) => operation.Query("snapshot", snapshot);

    /// <summary>UTF-8, with the declaration the service wants.</summary>
    public static RequestContent Xml(XElement root)
    {
        using var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            root.Save(writer);
        }

        return RequestContent.Create(body.ToArray());
    }

    public static XElement Tags(IDictionary<string, string> tags) =>
        new("Tags", new XElement("TagSet", tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));

    public static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
