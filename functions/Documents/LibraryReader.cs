using System.Runtime.CompilerServices;
using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Records;

namespace Collaborations.Documents;

/// <summary>What of a library is asked for.</summary>
/// <param name="Shelf">Null for all.</param>
/// <param name="ByTitle">By title; otherwise the newest date first, and what has none last.</param>
/// <param name="Removed">Those that were removed and can be put back, instead of those that stand there.</param>
/// <param name="Cursor">Of the page before; null for the first.</param>
public sealed record LibraryQuery(Shelf? Shelf, bool ByTitle, bool Removed, string? Cursor);

/// <summary>
/// Reads libraries: what members uploaded, and what FHIR imports brought as the records say it now, unless a member has changed it since.
/// </summary>
public sealed class LibraryReader(
    DocumentStore documents, RecordStore records, PatientStore patients, FileStore files, MemberStore members, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>UTF-16 units, as in <see cref="DocumentForm"/>; what another system wrote may be longer.</summary>
    private const int LongestTitle = 200;

    public async Task<bool> IsThereAsync(LibraryPlace place, CancellationToken cancellation) =>
        place.Patient is not { } patient || await patients.FindAsync(place.Practice, patient, cancellation) is not null;

    public async Task<Result<DocumentList>> PageAsync(LibraryPlace place, LibraryQuery query, CancellationToken cancellation)
    {
        if (!await IsThereAsync(place, cancellation))
        {
            return new NotFound();
        }

        var now = clock.GetUtcNow();
        var all = Sorted(await ListAsync(place, cancellation), query.ByTitle);
        var start = 0;
        if (!string.IsNullOrEmpty(query.Cursor))
        {
            start = all.FindIndex(each => each.Id.ToString() == query.Cursor) + 1;
            if (start == 0)
            {
                return new CursorUnknown();
            }
        }

        var (page, names, more) = (new List<DocumentAnswer>(), new Dictionary<Guid, string>(), false);
        FileId last = default;
        foreach (var (id, document) in all.Skip(start).Where(each => IsAskedFor(each.Document, query, now)))
        {
            if (page.Count == PageSize)
            {
                more = true;
                break;
            }

            if (await AnswerAsync(place, id, document, names, cancellation) is { } answer)
            {
                page.Add(answer);
                last = id;
            }
        }

        return new DocumentList(page, more ? last.ToString() : null);
    }

    /// <returns>Null where its file is gone.</returns>
    public Task<DocumentAnswer?> AnswerAsync(LibraryPlace place, FileId id, Document document, CancellationToken cancellation) =>
        AnswerAsync(place, id, document, [], cancellation);

    /// <returns>What the patient's records say of a document; null where none of them brought it.</returns>
    public async Task<Document?> ImportedAsync(LibraryPlace place, FileId id, CancellationToken cancellation)
    {
        await foreach (var (found, document) in ListImportedAsync(place, cancellation))
        {
            if (found == id)
            {
                return document;
            }
        }

        return null;
    }

    /// <summary>A file of a document that an import brought, as it stands in the library before a member changes something about it.</summary>
    public static Document Of(DocumentRecord record, DocumentFile file)
    {
        var title = file.Title ?? record.Description ?? record.Type?.Text ?? (record.Type is { Codings: [{ Display: { } display }, ..] } ? display : string.Empty);
        var date = record.Date ?? file.CreatedAt;
        return new Document(
            record.Library == Library.Images ? Shelf.Images : Shelf.Correspondence,
            title.Length <= LongestTitle ? title : title[..LongestTitle],
            date?.Split('T')[0],
            Arrived: true,
            Imported: true,
            RemovedAt: null);
    }

    private static bool IsAskedFor(Document document, LibraryQuery query, DateTimeOffset now) =>
        document.Arrived
        && (query.Shelf is null || document.Shelf == query.Shelf)
        && (query.Removed ? document.IsRestorable(now) : document.RemovedAt is null);

    // By the text of the dates: a month comes before the days in it, as does a year. The id makes the order the same each time.
    private static List<(FileId Id, Document Document)> Sorted(IEnumerable<(FileId Id, Document Document)> all, bool byTitle) =>
    [
        .. (byTitle
            ? all.OrderBy(each => each.Document.Title, StringComparer.InvariantCultureIgnoreCase)
            : all.OrderByDescending(each => each.Document.Date, StringComparer.Ordinal))
            .ThenByDescending(each => each.Id.ToString(), StringComparer.Ordinal),
    ];

    private async Task<List<(FileId Id, Document Document)>> ListAsync(LibraryPlace place, CancellationToken cancellation)
    {
        var rows = await documents.ListAsync(place, cancellation);
        var found = new Dictionary<FileId, Document>();
        await foreach (var (id, imported) in ListImportedAsync(place, cancellation))
        {
            found[id] = rows.GetValueOrDefault(id, imported);
        }

        // What was removed can be put back, also when its record came again without it.
        foreach (var (id, document) in rows.Where(row => !row.Value.Imported || row.Value.RemovedAt is not null))
        {
            found.TryAdd(id, document);
        }

        return [.. found.Select(each => (each.Key, each.Value))];
    }

    private async IAsyncEnumerable<(FileId Id, Document Document)> ListImportedAsync(
        LibraryPlace place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (place.Patient is not { } patient)
        {
            yield break;
        }

        await foreach (var (_, record) in records.ListAsync(place.Practice, patient, RecordKind.DocumentReference, cancellation))
        {
            if (record is DocumentRecord { Status: not "entered-in-error" } document)
            {
                foreach (var file in document.Files)
                {
                    yield return (file.File, Of(document, file));
                }
            }
        }
    }

    private async Task<DocumentAnswer?> AnswerAsync(
        LibraryPlace place, FileId id, Document document, Dictionary<Guid, string> names, CancellationToken cancellation)
    {
        if (await files.FindAsync(id, cancellation) is not { Record: var file })
        {
            return null;
        }

        if (!names.TryGetValue(file.Uploader, out var name))
        {
            names[file.Uploader] = name = (await members.FindAsync(place.Practice, MemberId.From(file.Uploader), cancellation))?.Record.Name ?? string.Empty;
        }

        return new DocumentAnswer(
            FileAnswer.Of(id, file),
            document.Shelf,
            document.Title.Length > 0 ? document.Title : file.Name,
            document.Date,
            file.CreatedAt,
            name,
            document.Imported,
            document.RestorableUntil,
            $"\"{DocumentAnswer.VersionOf(document)}\"");
    }
}
