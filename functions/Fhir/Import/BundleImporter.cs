using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Import;

/// <summary>
/// Reads a bundle out of the vault, again for each of what must come before another: what it says of itself, the patients and what only has a name,
/// the records, the contents of documents. Everything it writes is decided by what is in the bundle and on record, so that read again from the
/// start it comes to the same. Up to where everything is written is on record with the counts, and whoever goes on begins to write there; what comes
/// before is read once more, because the rest refers to it.
/// </summary>
public sealed class BundleImporter(
    FileVault vault,
    FhirImportStore imports,
    ImportLineStore lines,
    PracticeStore practices,
    PatientImporter patients,
    RecordImporter records,
    DocumentImporter documents,
    TimeProvider clock)
{
    /// <summary>Lines that wait to be written together; progress is written with them.</summary>
    private const int MostLines = 400;

    /// <summary>How long one activity goes on, and then leaves the rest to the next: far below the half hour that it has (host.json).</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(10);

    private static readonly string[] Types = ["collection", "transaction", "batch", "searchset", "document"];

    /// <summary>Methods that bring something; the others ask a server for something else.</summary>
    private static readonly string?[] Methods = [null, "POST", "PUT"];

    /// <returns>Whether some of it is left for another turn.</returns>
    public async Task<bool> ImportAsync(PracticeId practice, ImportId id, DurableTaskClient? processes, CancellationToken cancellation)
    {
        if (await imports.FindAsync(practice, id, cancellation) is not { Record: { State: ImportState.Running } import }
            || await practices.FindAsync(practice, cancellation) is not { Record: var settings })
        {
            return false;
        }

        var run = new ImportRun(id, practice, settings, import, processes);
        var reading = new Reading(run, import.File, clock.GetTimestamp());
        var total = import.Position is null ? await InspectAsync(run, import.File, cancellation) : import.Total;
        if (total is { } entries)
        {
            reading.Total = entries;
            await TakePatientsAsync(reading, cancellation);
            await TakeRecordsAsync(reading, cancellation);
        }

        if (!run.MustStop)
        {
            await WriteProgressAsync(reading, position: null, cancellation);
        }

        return run.MustStop;
    }

    /// <summary>What the bundle says of itself, which may stand at its end.</summary>
    /// <returns>The number of its entries; null where none of them is taken.</returns>
    private async Task<int?> InspectAsync(ImportRun run, FileId file, CancellationToken cancellation)
    {
        var bundle = await ReadAsync(file, _ => Task.CompletedTask, () => false, cancellation);
        if (bundle.BrokenAt is { } place)
        {
            run.Note(Reasons.NotJson, place);
        }

        // Of a bundle that breaks, what it says of itself may be lost; what came before the break is not.
        var mayLack = bundle.BrokenAt is not null && bundle.Count > 0;
        if (bundle.ResourceType != "Bundle" && !(mayLack && bundle.ResourceType is null))
        {
            if (bundle.BrokenAt is null)
            {
                run.Note(Reasons.NotABundle);
            }

            return null;
        }

        if (!Types.Contains(bundle.Type, StringComparer.Ordinal) && !(mayLack && bundle.Type is null))
        {
            run.Note(Reasons.BundleTypeNotTaken);
            return null;
        }

        if (!FhirVersions.AreTaken(bundle.Profiles))
        {
            run.Note(Reasons.VersionNotTaken);
            return null;
        }

        return bundle.Count;
    }

    private async Task TakePatientsAsync(Reading reading, CancellationToken cancellation)
    {
        var (run, waiting) = (reading.Run, new WaitingPatients());
        run.Phase = ImportPhase.Patients;
        await ReadAsync(
            reading,
            async entry =>
            {
                if (Faulty(entry) is { } reason)
                {
                    run.Refuse(entry.Number, entry.ResourceType, reason);
                }
                else if (entry.ResourceType == "Patient")
                {
                    patients.Read(run, entry, waiting);
                }
                else
                {
                    TakeNamed(run, entry);
                }

                if (waiting.IsFull || run.WaitingLines >= MostLines)
                {
                    await patients.WriteAsync(run, waiting, cancellation);
                    await GoOnAsync(reading, entry.Number, cancellation);
                }
            },
            cancellation);
        await patients.WriteAsync(run, waiting, cancellation);
        await GoOnAsync(reading, reading.Total, cancellation);
    }

    private async Task TakeRecordsAsync(Reading reading, CancellationToken cancellation)
    {
        var (run, waiting, contents, documentsToCome) = (reading.Run, new WaitingRecords(), new WaitingContents(), new WaitingDocuments());
        run.Phase = ImportPhase.Records;
        var hasBinaries = false;
        await ReadAsync(
            reading,
            async entry =>
            {
                hasBinaries |= entry.ResourceType == "Binary";
                if (Faulty(entry) is not null || entry.ResourceType is "Patient" or "Medication" or "Organization" or "Binary")
                {
                    return;
                }

                await TakeRecordAsync(run, entry, waiting, contents, documentsToCome, cancellation);
                if (contents.IsFull || waiting.IsFull || run.WaitingLines >= MostLines)
                {
                    await documents.WriteAsync(run, contents, waiting, cancellation);
                }

                if (waiting.IsFull || run.WaitingLines >= MostLines)
                {
                    await records.WriteAsync(run, waiting, cancellation);
                    await GoOnAsync(reading, entry.Number, cancellation);
                }
            },
            cancellation);
        await documents.WriteAsync(run, contents, waiting, cancellation);
        await records.WriteAsync(run, waiting, cancellation);
        await GoOnAsync(reading, reading.Total, cancellation);
        if (hasBinaries || !documentsToCome.IsEmpty)
        {
            await TakeBinariesAsync(reading, contents, documentsToCome, cancellation);
        }
    }

    private async Task TakeBinariesAsync(Reading reading, WaitingContents contents, WaitingDocuments documentsToCome, CancellationToken cancellation)
    {
        var (run, waiting) = (reading.Run, new WaitingRecords());
        run.Phase = ImportPhase.Contents;
        await ReadAsync(
            reading,
            async entry =>
            {
                if (Faulty(entry) is null && entry.ResourceType == "Binary")
                {
                    DocumentImporter.ReadBinary(run, entry, contents, documentsToCome);
                }

                if (contents.IsFull || run.WaitingLines >= MostLines)
                {
                    await documents.WriteAsync(run, contents, waiting, cancellation);
                    await GoOnAsync(reading, entry.Number, cancellation);
                }
            },
            cancellation);
        if (run.MustStop)
        {
            return;
        }

        await documents.WriteAsync(run, contents, waiting, cancellation);
        run.Phase = ImportPhase.Documents;
        await EndDocumentsAsync(reading, documentsToCome, waiting, cancellation);
    }

    // In the order of the bundle, so that whoever goes on begins after the last that was written.
    private async Task EndDocumentsAsync(Reading reading, WaitingDocuments documentsToCome, WaitingRecords waiting, CancellationToken cancellation)
    {
        var run = reading.Run;
        DocumentImporter.NoteUnanswered(documentsToCome);
        while (!run.MustStop && documentsToCome.TakeNext() is { } document)
        {
            if (!run.IsThrough(document.Entry))
            {
                DocumentImporter.End(run, document, waiting);
            }

            if (waiting.IsFull || run.WaitingLines >= MostLines)
            {
                await records.WriteAsync(run, waiting, cancellation);
                await GoOnAsync(reading, document.Entry, cancellation);
            }
        }

        await records.WriteAsync(run, waiting, cancellation);
    }

    private async Task TakeRecordAsync(
        ImportRun run, BundleEntry entry, WaitingRecords waiting, WaitingContents contents, WaitingDocuments documentsToCome, CancellationToken cancellation)
    {
        if (entry.ResourceType == "DocumentReference")
        {
            await documents.ReadAsync(run, entry, contents, documentsToCome, cancellation);
        }
        else if (ResourceReader.IsRecord(entry.ResourceType!))
        {
            await records.ReadAsync(run, entry, waiting, cancellation);
        }
        else
        {
            run.Refuse(entry.Number, entry.ResourceType, Reasons.ResourceNotUnderstood);
        }
    }

    // Resources of which only the name has a place here: in what refers to them.
    private static void TakeNamed(ImportRun run, BundleEntry entry)
    {
        if (entry.ResourceType is not ("Medication" or "Organization"))
        {
            return;
        }

        var (resource, _) = RecordImporter.Open(entry);
        var taken = false;
        if (entry.ResourceType == "Medication" && resource.Concept("code") is { } medication)
        {
            run.References.AddMedication(entry, medication);
            taken = true;
        }
        else if (entry.ResourceType == "Organization" && resource.Text("name") is { } name)
        {
            run.References.AddOrganization(entry, name);
            taken = true;
        }
        else
        {
            resource.Notes.Add(Reasons.ElementMissing, entry.ResourceType == "Medication" ? "code" : "name");
        }

        resource.NoteUnkept();
        run.End(entry.Number, entry.ResourceType, taken, resource.Notes);
    }

    private static string? Faulty(BundleEntry entry) => entry switch
    {
        { Json: null } => Reasons.EntryTooLarge,
        _ when !Methods.Contains(entry.Method, StringComparer.Ordinal) => Reasons.RequestNotTaken,
        { Resource: null } or { ResourceType: null } => Reasons.ResourceMissing,
        _ when !FhirVersions.AreTaken(entry.Profiles) => Reasons.VersionNotTaken,
        _ => null,
    };

    private async Task ReadAsync(Reading reading, Func<BundleEntry, Task> use, CancellationToken cancellation)
    {
        if (!reading.Run.MustStop)
        {
            await ReadAsync(reading.File, use, () => reading.Run.MustStop, cancellation);
        }
    }

    private async Task<BundleReader> ReadAsync(FileId file, Func<BundleEntry, Task> use, Func<bool> mustStop, CancellationToken cancellation)
    {
        await using var stream = await vault.OpenAsync(file, cancellation);
        var bundle = new BundleReader(stream);
        while (!mustStop() && await bundle.NextAsync(cancellation) is { } entry)
        {
            await use(entry);
        }

        return bundle;
    }

    // Everything up to an entry is written: that is put on record, unless it was there before, and whoever has gone on for long enough stops.
    private async Task GoOnAsync(Reading reading, int entry, CancellationToken cancellation)
    {
        if (!reading.Run.MustStop && !reading.Run.IsThrough(entry))
        {
            await WriteProgressAsync(reading, new ImportPosition(reading.Run.Phase, entry), cancellation);
            reading.Run.MustStop = clock.GetElapsedTime(reading.Began) >= Turn;
        }
    }

    private async Task WriteProgressAsync(Reading reading, ImportPosition? position, CancellationToken cancellation)
    {
        var run = reading.Run;
        await lines.PutAsync(run.Id, run.TakeLines(), cancellation);
        await imports.ChangeAsync<Done>(
            run.PracticeId,
            run.Id,
            import => (
                import.State != ImportState.Running ? import : import with
                {
                    State = position is null ? ImportState.Done : ImportState.Running,
                    Total = position is null ? run.Done : reading.Total,
                    Taken = run.Taken,
                    Refused = run.Refused,
                    Lines = run.Lines,
                    EndedAt = position is null ? clock.GetUtcNow() : null,
                    Position = position,
                },
                Done.Instance),
            cancellation);
    }

    private sealed class Reading(ImportRun run, FileId file, long began)
    {
        public ImportRun Run { get; } = run;

        public FileId File { get; } = file;

        public long Began { get; } = began;

        /// <summary>Entries of the bundle.</summary>
        public int Total { get; set; }
    }
}
