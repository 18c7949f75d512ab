using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Documents;

/// <summary>It was removed so long ago that it cannot be put back.</summary>
public sealed record DocumentGone() : Gone("document-gone");

/// <summary>Takes documents in, renames and dates them, removes them and puts them back.</summary>
public sealed class DocumentHandler(DocumentStore documents, LibraryReader library, FileHandler uploads, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>It stands in the library once its file has arrived, and can be fetched when that has been checked.</summary>
    public async Task<Result<UploadAnswer>> BeginAsync(MemberCaller caller, LibraryPlace place, NewDocumentForm form, CancellationToken cancellation)
    {
        if (!await library.IsThereAsync(place, cancellation))
        {
            return new NotFound();
        }

        // The file first: what its name may be is said of the name and not of the title that is made of it.
        return await form.File.Check().Then(_ => form.Check(place, Today)).ThenAsync(
            document => uploads.BeginAsync(form.File, PlaceOf(caller, place), cancellation).ThenAsync<UploadAnswer, UploadAnswer>(async upload =>
                await documents.AddAsync(place, upload.File.FileId, document, cancellation)
                    ? upload
                    : throw new InvalidOperationException("A new document's id is taken.")));
    }

    /// <param name="place">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="form">Its title and date anew.</param>
    /// <param name="expected">The version that the form was filled from.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Result<DocumentAnswer>> ChangeAsync(
        LibraryPlace place, FileId id, DocumentForm form, string? expected, CancellationToken cancellation) =>
        DecideAsync(
            place,
            id,
            document => document.RemovedAt is not null ? new NotFound()
                : DocumentAnswer.VersionOf(document) != expected ? new PreconditionFailed()
                : form.Apply(document, Today),
            cancellation);

    /// <summary>Again, nothing changes.</summary>
    public async Task<Result<Done>> RemoveAsync(LibraryPlace place, FileId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await DecideAsync(place, id, static document => document, cancellation).ThenAsync<DocumentAnswer, Done>(async found =>
        {
            // The process comes first: what is removed has one. Without the record it changes nothing.
            var instance = DocumentRemovalOrchestration.InstanceOf(id, found.RestorableUntil ?? now + Document.KeptRemoved);
            await ProcessGate.StartOnceAsync(processes, nameof(DocumentRemovalOrchestration), instance, id, cancellation);
            return found.RestorableUntil is not null
                ? Done.Instance
                : await DecideAsync(place, id, document => document.RemovedAt is null ? document with { RemovedAt = now } : document, cancellation)
                    .MapAsync(_ => Done.Instance);
        });
    }

    /// <summary>Again, nothing changes.</summary>
    public async Task<Result<DocumentAnswer>> RestoreAsync(LibraryPlace place, FileId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();

        // Its record may have come again without it: then it stands by itself.
        var isOfRecord = await library.ImportedAsync(place, id, cancellation) is not null;
        return await DecideAsync(
            place,
            id,
            document => document.RemovedAt is null ? document
                : document.IsRestorable(now) ? document with { RemovedAt = null, Imported = document.Imported && isOfRecord }
                : new DocumentGone(),
            cancellation);
    }

    private static FileRecord PlaceOf(MemberCaller caller, LibraryPlace place) =>
        new(place.Practice, default, null, caller.Id.Value, FromPatient: false, string.Empty, string.Empty, FileKind.Other, 0, FileState.Uploading, null, default, null)
        {
            Patient = place.Patient,
            OfPractice = place.Patient is null,
        };

    private async Task<Result<DocumentAnswer>> DecideAsync(
        LibraryPlace place, FileId id, Func<Document, Result<Document>> decide, CancellationToken cancellation)
    {
        var decided = await documents.ChangeAsync<Document>(
            place,
            id,
            () => library.ImportedAsync(place, id, cancellation),
            document => document.Arrived ? decide(document).Map(changed => (changed, changed)) : new NotFound(),
            cancellation);
        return await decided.ThenAsync<DocumentAnswer>(
            async document => await library.AnswerAsync(place, id, document, cancellation) is { } answer ? answer : new NotFound());
    }
}
