using Collaborations.Cases;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Records;

namespace Collaborations.Fhir.Import;

/// <summary>Knows again what went out of this very practice, so that its own export makes nothing twice.</summary>
public sealed class KnownDocuments(RecordStore records, FileStore files, CaseStore cases, FileVault vault)
{
    private const int BufferBytes = 81_920;

    /// <summary>
    /// Whether a document is an upload to this patient's library, or an attachment of a case about them: it goes out under the id of its file, and
    /// stays as the members have it.
    /// </summary>
    public async Task<bool> IsOwnAsync(ImportRun run, PatientId patient, RecordSource source, CancellationToken cancellation)
    {
        // Ids that are made here: RFC 9562, versions 7 and 8. Whatever has another is not asked for.
        if (run.IsNew(patient) || source is not { Identifiers: [], ResourceId: { } text }
            || !Guid.TryParse(text, out var id) || id.Version is not (7 or 8)
            || await files.FindAsync(FileId.From(id), cancellation) is not { Record: var file } || file.Practice != run.PracticeId)
        {
            return false;
        }

        return file.Patient == patient
            || (file.Case != default && (await cases.FindAsync(run.PracticeId, file.Case, cancellation))?.Record.Patient == patient);
    }

    /// <summary>
    /// The file of a known document that has this content, where its id is another: a picture that went out without its metadata, or one that stood
    /// behind another that a member has removed since.
    /// </summary>
    /// <param name="run">Whose.</param>
    /// <param name="document">Of which document.</param>
    /// <param name="id">Which the content would have.</param>
    /// <param name="content">What came.</param>
    /// <param name="cancellation">The work was given up.</param>
    internal async Task<(FileId Id, FileRecord File)?> SameAsync(
        ImportRun run, WaitingDocument document, FileId id, byte[] content, CancellationToken cancellation)
    {
        var kept = run.IsNew(document.Patient)
            ? null
            : await records.FindAsync(run.PracticeId, document.Patient, RecordKind.DocumentReference, document.Record.Source, cancellation);
        if (kept is not DocumentRecord { Files: var known } || known.Any(each => each.File == id))
        {
            return null;
        }

        foreach (var each in known.Where(each => each.Size == content.Length))
        {
            if (await files.FindAsync(each.File, cancellation) is { Record: { State: FileState.Ready } file }
                && await HasAsync(each.File, content, cancellation))
            {
                return (each.File, file);
            }
        }

        return null;
    }

    private async Task<bool> HasAsync(FileId file, byte[] content, CancellationToken cancellation)
    {
        await using var stream = await vault.OpenAsync(file, cancellation);
        var buffer = new byte[BufferBytes];
        var compared = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (read > content.Length - compared || !buffer.AsSpan(0, read).SequenceEqual(content.AsSpan(compared, read)))
            {
                return false;
            }

            compared += read;
        }

        return compared == content.Length;
    }
}
