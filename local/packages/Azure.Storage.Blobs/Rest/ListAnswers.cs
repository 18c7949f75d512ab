using System.Xml.Linq;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Makes lists out of answers: "List Blobs", "List Containers", "Find Blobs by Tags".</summary>
internal static class ListAnswers
{
    public static Page<BlobItem> Blobs(Response response)
    {
        var root = response.Xml();
        return Page<BlobItem>.FromValues([.. (root.Element("Blobs")?.Elements("Blob") ?? []).Select(Blob)], Marker(root), response);
    }

    /// <summary>Blobs and prefixes in one order, by name.</summary>
    public static Page<BlobHierarchyItem> Hierarchy(Response response)
    {
        var root = response.Xml();
        var lines =
            from element in root.Element("Blobs")?.Elements() ?? []
            let line = element.Name.LocalName switch
            {
                "Blob" => new BlobHierarchyItem(prefix: null, Blob(element)),
                "BlobPrefix" => new BlobHierarchyItem(Name(element), blob: null),
                _ => null,
            }
            where line is not null
            orderby line.Prefix ?? line.Blob?.Name, line.IsPrefix
            select line;
        return Page<BlobHierarchyItem>.FromValues([.. lines], Marker(root), response);
    }

    public static Page<BlobContainerItem> Containers(Response response)
    {
        var root = response.Xml();
        var containers = (root.Element("Containers")?.Elements("Container") ?? []).Select(Container);
        return Page<BlobContainerItem>.FromValues([.. containers], Marker(root), response);
    }

    public static Page<TaggedBlobItem> TaggedBlobs(Response response)
    {
        var root = response.Xml();
        var blobs =
            from blob in root.Element("Blobs")?.Elements("Blob") ?? []
            select new TaggedBlobItem
            {
                BlobName = Name(blob),
                BlobContainerName = Text(blob, "ContainerName") ?? string.Empty,
                Tags = Tags(blob.Element("Tags")) ?? new Dictionary<string, string>(),
            };
        return Page<TaggedBlobItem>.FromValues([.. blobs], Marker(root), response);
    }

    /// <param name="element"><c>Tags</c>; null gives null.</param>
    public static Dictionary<string, string>? Tags(XElement? element) =>
        element?.Descendants("Tag").ToDictionary(tag => Text(tag, "Key") ?? string.Empty, tag => (string?)tag.Element("Value") ?? string.Empty);

    private static BlobItem Blob(XElement blob) => new()
    {
        Name = Name(blob),
        Deleted = AnswerParts.ParseFlag(Text(blob, "Deleted")) ?? false,
        Snapshot = Text(blob, "Snapshot"),
        VersionId = Text(blob, "VersionId"),
        IsLatestVersion = AnswerParts.ParseFlag(Text(blob, "IsCurrentVersion")),
        Properties = BlobProperties(blob.Element("Properties") ?? new XElement("Properties")),
        Metadata = Metadata(blob) ?? new(StringComparer.OrdinalIgnoreCase),
        Tags = Tags(blob.Element("Tags")),
    };

    private static BlobItemProperties BlobProperties(XElement from) => new()
    {
        LastModified = AnswerParts.ParseTime(Text(from, "Last-Modified")),
        CreatedOn = AnswerParts.ParseTime(Text(from, "Creation-Time")),
        DeletedOn = AnswerParts.ParseTime(Text(from, "DeletedTime")),
        LastAccessedOn = AnswerParts.ParseTime(Text(from, "LastAccessTime")),
        ETag = Text(from, "Etag") is { } etag ? new ETag(etag) : null,
        ContentLength = AnswerParts.ParseNumber(Text(from, "Content-Length")),
        ContentType = Text(from, "Content-Type"),
        ContentEncoding = Text(from, "Content-Encoding"),
        ContentLanguage = Text(from, "Content-Language"),
        ContentHash = AnswerParts.ParseBytes(Text(from, "Content-MD5")),
        ContentDisposition = Text(from, "Content-Disposition"),
        CacheControl = Text(from, "Cache-Control"),
        BlobSequenceNumber = AnswerParts.ParseNumber(Text(from, "x-ms-blob-sequence-number")),
        BlobType = AnswerParts.ParseBlobType(Text(from, "BlobType")),
        LeaseStatus = AnswerParts.ParseLeaseStatus(Text(from, "LeaseStatus")),
        LeaseState = AnswerParts.ParseLeaseState(Text(from, "LeaseState")),
        LeaseDuration = AnswerParts.ParseLeaseDuration(Text(from, "LeaseDuration")),
        CopyId = Text(from, "CopyId"),
        CopyStatus = AnswerParts.ParseCopyStatus(Text(from, "CopyStatus")),
        CopySource = AnswerParts.ParseAddress(Text(from, "CopySource")),
        CopyProgress = Text(from, "CopyProgress"),
        CopyCompletedOn = AnswerParts.ParseTime(Text(from, "CopyCompletionTime")),
        CopyStatusDescription = Text(from, "CopyStatusDescription"),
        ServerEncrypted = AnswerParts.ParseFlag(Text(from, "ServerEncrypted")),
        RemainingRetentionDays = (int?)AnswerParts.ParseNumber(Text(from, "RemainingRetentionDays")),
        AccessTier = Text(from, "AccessTier") is { } tier ? new AccessTier(tier) : default(AccessTier?),
        AccessTierInferred = AnswerParts.ParseFlag(Text(from, "AccessTierInferred")) ?? false,
        AccessTierChangedOn = AnswerParts.ParseTime(Text(from, "AccessTierChangeTime")),
        TagCount = AnswerParts.ParseNumber(Text(from, "TagCount")),
        IsSealed = AnswerParts.ParseFlag(Text(from, "Sealed")),
    };

    private static BlobContainerItem Container(XElement container)
    {
        var properties = container.Element("Properties") ?? new XElement("Properties");
        return new BlobContainerItem
        {
            Name = Name(container),
            IsDeleted = AnswerParts.ParseFlag(Text(container, "Deleted")),
            VersionId = Text(container, "Version"),
            Properties = new BlobContainerProperties
            {
                LastModified = AnswerParts.ParseTime(Text(properties, "Last-Modified")) ?? default,
                ETag = new ETag(Text(properties, "Etag") ?? string.Empty),
                LeaseStatus = AnswerParts.ParseLeaseStatus(Text(properties, "LeaseStatus")),
                LeaseState = AnswerParts.ParseLeaseState(Text(properties, "LeaseState")),
                LeaseDuration = AnswerParts.ParseLeaseDuration(Text(properties, "LeaseDuration")),
                PublicAccess = AnswerParts.ParsePublicAccess(Text(properties, "PublicAccess")),
                HasImmutabilityPolicy = AnswerParts.ParseFlag(Text(properties, "HasImmutabilityPolicy")),
                HasLegalHold = AnswerParts.ParseFlag(Text(properties, "HasLegalHold")),
                DeletedOn = AnswerParts.ParseTime(Text(properties, "DeletedTime")),
                RemainingRetentionDays = (int?)AnswerParts.ParseNumber(Text(properties, "RemainingRetentionDays")),
                Metadata = Metadata(container),
            },
        };
    }

    private static Dictionary<string, string>? Metadata(XElement item) =>
        item.Element("Metadata")?.Elements().ToDictionary(entry => entry.Name.LocalName, entry => entry.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>A name with characters XML does not know arrives percent-encoded, and says so.</summary>
    private static string Name(XElement item)
    {
        var name = item.Element("Name");
        var text = name?.Value ?? string.Empty;
        return AnswerParts.ParseFlag((string?)name?.Attribute("Encoded")) == true ? Uri.UnescapeDataString(text) : text;
    }

    private static string? Marker(XElement root) => Text(root, "NextMarker");

    private static string? Text(XElement parent, string name) => parent.Element(name) is { Value: { Length: > 0 } text } ? text : null;
}
