using Collaborations.Documents;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Records;

namespace Collaborations.Fhir.Export;

/// <summary>
/// Documents as a patient's library has them now: what a member removed is not there, titles and dates are those that members gave, and what
/// members uploaded stands beside what imports brought.
/// </summary>
public sealed class LibraryDocuments(DocumentStore documents, FileStore files)
{
    // What leads back to the shelf of images where the content by itself does not (LOINC, as the import reads it).
    private static readonly Concept Imaging = new(null, [new Coding("http://loinc.org", "18748-4", "Diagnostic imaging study")]);

    /// <param name="place">Whose library.</param>
    /// <param name="records">What imports brought, with the ids that they go out under.</param>
    /// <param name="cancellation">The work was given up.</param>
    public async Task<List<(string Id, HealthRecord Record)>> AsItIsAsync(
        LibraryPlace place, IReadOnlyList<(string Id, HealthRecord Record)> records, CancellationToken cancellation)
    {
        var rows = await documents.ListAsync(place, cancellation);
        var (found, imported) = (new List<(string Id, HealthRecord Record)>(), new HashSet<FileId>());
        foreach (var (id, record) in records)
        {
            var document = (DocumentRecord)record;
            imported.UnionWith(document.Files.Select(file => file.File));
            if (AsItIs(document, rows) is { } now)
            {
                found.Add((id, now));
            }
        }

        foreach (var (id, row) in rows)
        {
            if (row is { Imported: false, Arrived: true, RemovedAt: null } && !imported.Contains(id)
                && await files.FindAsync(id, cancellation) is { Record: var file })
            {
                found.Add((id.ToString(), Uploaded(id, row, file)));
            }
        }

        return found;
    }

    // Null where all of its files were removed. What nobody changed goes out as it came in.
    private static DocumentRecord? AsItIs(DocumentRecord record, IReadOnlyDictionary<FileId, Document> rows)
    {
        var left = record.Files
            .Select(file => (File: file, Before: LibraryReader.Of(record, file)))
            .Select(each => (each.File, each.Before, Now: rows.GetValueOrDefault(each.File.File, each.Before)))
            .Where(each => each.Now.RemovedAt is null)
            .ToList();
        if (left.Count == 0 && record.Files.Count > 0)
        {
            return null;
        }

        // The date of the whole would hide those of its files; it is an instant besides, and a member's date may be a year.
        var isDated = left.Exists(each => each.Now.Date != each.Before.Date);
        return record with
        {
            Date = isDated ? null : record.Date,
            Files =
            [
                .. left.Select(each => each.File with
                {
                    Title = each.Now.Title == each.Before.Title ? each.File.Title : each.Now.Title,
                    CreatedAt = !isDated ? each.File.CreatedAt
                        : each.Now.Date == each.Before.Date ? record.Date ?? each.File.CreatedAt
                        : each.Now.Date,
                }),
            ],
        };
    }

    private static DocumentRecord Uploaded(FileId id, Document row, FileRecord file)
    {
        var isImage = row.Shelf == Shelf.Images;
        return new DocumentRecord(
            new RecordSource(id.ToString(), [], null),
            "current",
            isImage ? Library.Images : Library.Correspondence,
            Type: null,
            isImage && file.Kind != FileKind.Image ? [Imaging] : [],
            Date: null,
            Description: null,
            [new DocumentFile(id, row.Title.Length > 0 ? row.Title : file.Name, file.ContentType, file.Size, row.Date)]);
    }
}
