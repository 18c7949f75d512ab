using Collaborations.Files;
using Collaborations.Http;

namespace Collaborations.Documents;

/// <summary>A document as the pages show it.</summary>
/// <param name="File">Its file as it is now: ready, in check, or held back with the reason.</param>
/// <param name="Shelf">Where it stands.</param>
/// <param name="Title">As the members call it.</param>
/// <param name="Date">A year, a month or a day.</param>
/// <param name="AddedAt">When it was uploaded or brought in.</param>
/// <param name="AddedBy">The member's name.</param>
/// <param name="Imported">Whether a FHIR import brought it.</param>
/// <param name="RestorableUntil">Of a removed one; null while it stands there.</param>
/// <param name="Etag">For If-Match.</param>
public sealed record DocumentAnswer(
    FileAnswer File,
    Shelf Shelf,
    string Title,
    string? Date,
    DateTimeOffset AddedAt,
    string AddedBy,
    bool Imported,
    DateTimeOffset? RestorableUntil,
    string Etag)
{
    /// <summary>The version of what can be changed about a document; it is the same whether or not it has a row.</summary>
    public static string VersionOf(Document document) => VersionTag.Of(document);
}

/// <summary>One page of a library.</summary>
public sealed record DocumentList(IReadOnlyList<DocumentAnswer> Documents, string? Cursor);
