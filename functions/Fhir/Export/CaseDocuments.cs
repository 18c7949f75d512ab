using System.Globalization;
using Collaborations.Attachments;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Records;

namespace Collaborations.Fhir.Export;

/// <summary>The attachments of a case as documents: those that may be fetched.</summary>
public sealed class CaseDocuments(AttachmentStore attachments, FileStore files)
{
    public async Task<IReadOnlyList<DocumentRecord>> ListAsync(CaseId id, CancellationToken cancellation)
    {
        var found = new List<DocumentRecord>();
        foreach (var attachment in await attachments.ListAsync(id, cancellation))
        {
            if (await files.FindAsync(attachment.File, cancellation) is { Record: { State: FileState.Ready } file })
            {
                found.Add(DocumentOf(attachment, file));
            }
        }

        return found;
    }

    private static DocumentRecord DocumentOf(Attachment attachment, FileRecord file) => new(
        new RecordSource(attachment.File.ToString(), [], null),
        "current",
        file.Kind == FileKind.Image ? Library.Images : Library.Correspondence,
        Type: null,
        [],
        attachment.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Description: null,
        [new DocumentFile(attachment.File, file.Name, file.ContentType, file.Size, null)]);
}
