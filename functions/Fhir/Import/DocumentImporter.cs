using System.Globalization;
using System.Security.Cryptography;
using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Records;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Fhir.Import;

/// <summary>
/// Takes documents: their contents become files by the rules of every file, the document an entry of the patient's library. A content that is a
/// Binary of the bundle, before or after, is waited for.
/// </summary>
public sealed class DocumentImporter(
    RecordImporter importer, RecordStore records, SubjectFinder subjects, KnownDocuments known, FileIntake intake, KeyedDigests digests)
{
    /// <summary>Bytes. What is larger is better uploaded by itself: FHIR carries it as text, whole, in memory.</summary>
    public const int LargestAttachment = 20 * 1024 * 1024;

    public async Task ReadAsync(ImportRun run, BundleEntry entry, WaitingContents contents, WaitingDocuments documents, CancellationToken cancellation)
    {
        var (resource, source) = RecordImporter.Open(entry);
        var patient = await subjects.FindAsync(run, resource, "subject", cancellation);
        if (patient is { } whose && await known.IsOwnAsync(run, whose, source, cancellation))
        {
            run.End(entry.Number, entry.ResourceType, taken: true, new EntryNotes());
            return;
        }

        var read = DocumentResource.Read(resource, source);
        if (read is not null)
        {
            resource.NoteUnkept();
        }

        if (read is not { Record: var record, Contents: var described } || patient is null || !importer.IsNew(run, record, resource.Notes))
        {
            run.End(entry.Number, entry.ResourceType, taken: false, resource.Notes);
            return;
        }

        // What waits for entries that come after is ended by them, and therefore not through.
        var waits = described.Any(content => content.Bytes is null && WaitingDocuments.CanBe(content.Url!));
        if (run.IsThrough(entry.Number) && !waits)
        {
            return;
        }

        var document = new WaitingDocument(entry.Number, patient.Value, record, resource.Notes, described.Count);
        foreach (var (content, place) in described.Select((content, place) => (content, place)))
        {
            if (content.Bytes is not null)
            {
                contents.Add(new WaitingContent(document, place, content, content));
            }
            else if (WaitingDocuments.CanBe(content.Url!))
            {
                documents.Add(document, place, content);
            }
            else
            {
                resource.Notes.Add(Reasons.AttachmentElsewhere, "content.attachment.url");
            }
        }

        if (!waits)
        {
            contents.AddLast(document);
        }
    }

    public static void ReadBinary(ImportRun run, BundleEntry entry, WaitingContents contents, WaitingDocuments documents)
    {
        var wanted = BundleReferences.AddressesOf(entry).SelectMany(documents.Take).ToList();
        var resource = new FhirElement(entry.Resource!.Value, string.Empty, new EntryNotes());
        resource.Skip("resourceType");
        var binary = wanted.Count > 0 ? DocumentResource.ReadBinary(resource) : null;
        if (wanted.Count == 0)
        {
            resource.Notes.Add(Reasons.ReferenceToNothing);
        }
        else
        {
            resource.NoteUnkept();
        }

        foreach (var (document, place, content) in wanted)
        {
            if (binary is null)
            {
                document.Notes.Add(resource.Notes.All[0].Reason, "content.attachment.url");
            }
            else
            {
                contents.Add(new WaitingContent(document, place, content, binary));
            }
        }

        run.End(entry.Number, entry.ResourceType, binary is not null, resource.Notes);
    }

    /// <summary>Takes in the contents that wait, some at once; the documents that have all of theirs become records.</summary>
    public async Task WriteAsync(ImportRun run, WaitingContents contents, WaitingRecords waiting, CancellationToken cancellation)
    {
        var (taken, complete) = contents.TakeAll();
        await RowBatches.ForEachAsync(taken, (content, stop) => TakeAsync(run, content, stop), cancellation);
        foreach (var content in taken)
        {
            content.End();
        }

        foreach (var document in complete)
        {
            End(run, document, waiting);
        }
    }

    /// <summary>What was waited for and did not come refers to nothing.</summary>
    public static void NoteUnanswered(WaitingDocuments documents)
    {
        foreach (var document in documents.TakeUnanswered())
        {
            document.Notes.Add(Reasons.ReferenceToNothing, "content.attachment.url");
        }
    }

    /// <summary>A document that has all of its contents becomes a record; one without anything to read in it is none.</summary>
    public static void End(ImportRun run, WaitingDocument document, WaitingRecords waiting)
    {
        if (document.Complete() is { Files.Count: > 0 } record)
        {
            waiting.Add(new WaitingRecord(document.Entry, document.Patient, record, document.Notes));
        }
        else
        {
            run.End(document.Entry, nameof(RecordKind.DocumentReference), taken: false, document.Notes);
        }
    }

    private static string? NameOf(AttachmentContent content, string? contentType)
    {
        var title = content.Title ?? "document";
        if (contentType is null)
        {
            return FileTypes.Of(title) is null ? null : title;
        }

        return FileTypes.Of(title)?.ContentType == contentType ? title : FileTypes.EndingOf(contentType) is { } ending ? title + ending : null;
    }

    private async Task TakeAsync(ImportRun run, WaitingContent waiting, CancellationToken cancellation)
    {
        var (document, described, content) = (waiting.Document, waiting.Described, waiting.Content);
        if (content.Bytes!.Length > LargestAttachment)
        {
            waiting.Refuse(Reasons.AttachmentTooLarge, "content.attachment");
            return;
        }

        if (NameOf(described, described.ContentType ?? content.ContentType) is not { } name)
        {
            waiting.Refuse(Reasons.AttachmentTypeNotTaken, "content.attachment.contentType");
            return;
        }

        var id = IdOf(run, document, waiting.Place, content.Bytes);
        if (await known.SameAsync(run, document, id, content.Bytes, cancellation) is (var there, var same))
        {
            waiting.Take(there, same);
            return;
        }

        var taken = await intake.TakeAsync(id, name, content.Bytes, PlaceOf(run, document), cancellation);
        if (taken.IsRefused(out var refusal, out var file))
        {
            waiting.Refuse(refusal.Code, "content.attachment");
            return;
        }

        if (file.State == FileState.Checking)
        {
            await run.CheckAsync(id, cancellation);
        }

        waiting.Take(id, file);
    }

    private static FileRecord PlaceOf(ImportRun run, WaitingDocument document) =>
        new(run.PracticeId, default, null, run.By.Value, FromPatient: false, string.Empty, string.Empty, FileKind.Other, 0, run.FirstState, null, default, null)
        {
            Patient = document.Patient,
        };

    // From what the file is of and what is in it: the same again is the same file, another content is another. The form is that of RFC 9562, version 8.
    private FileId IdOf(ImportRun run, WaitingDocument document, int place, byte[] content)
    {
        var record = records.IdOf(run.PracticeId, RecordKind.DocumentReference, document.Record.Source);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{run.PracticeId}\n{document.Patient}\n{record}\n{place}\n{Convert.ToHexStringLower(SHA256.HashData(content))}");
        var bytes = Convert.FromHexString(digests.Of(DigestPurpose.DocumentContent, text));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return FileId.From(new Guid(bytes, bigEndian: true));
    }
}
