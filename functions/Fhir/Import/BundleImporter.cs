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
/// start it comes to the same.
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
    /// <summary>Entries that wait to be written together; progress is written with them.</summary>
    private const int Together = 400;

    private static readonly string[] Types = ["collection", "transaction", "batch", "searchset", "document"];

    /// <summary>Methods that bring something; the others ask a server for something else.</summary>
    private static readonly string?[] Methods = [null, "POST", "PUT"];

    public async Task ImportAsync(PracticeId practice, ImportId id, DurableTaskClient? processes, CancellationToken cancellation)
    {
        if (await imports.FindAsync(practice, id, cancellation) is not { Record: { State: ImportState.Running } import }
            || await practices.FindAsync(practice, cancellation) is not { Record: var settings })
        {
            return;
        }

        var run = new ImportRun(id, practice, settings, import.By, processes);
        if (await InspectAsync(run, import.File, cancellation) is { } total)
        {
            await TakePatientsAsync(run, import.File, total, cancellation);
            await TakeRecordsAsync(run, import.File, total, cancellation);
        }

        await WriteProgressAsync(run, null, ImportState.Done, cancellation);
    }

    /// <summary>What the bundle says of itself, which may stand at its end.</summary>
    /// <returns>The number of its entries; null where none of them is taken.</returns>
    private async Task<int?> InspectAsync(ImportRun run, FileId file, CancellationToken cancellation)
    {
        var bundle = await ReadAsync(file, _ => Task.CompletedTask, cancellation);
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

    private async Task TakePatientsAsync(ImportRun run, FileId file, int total, CancellationToken cancellation)
    {
        var waiting = new List<WaitingPatient>();
        await ReadAsync(
            file,
            async entry =>
            {
                if (Faulty(entry) is { } reason)
                {
                    run.Refuse(entry.Number, entry.ResourceType, reason);
                }
                else if (entry.ResourceType == "Patient")
                {
                    await patients.ReadAsync(run, entry, waiting, cancellation);
                }
                else
                {
                    TakeNamed(run, entry);
                }

                if (waiting.Count >= Together / 10)
                {
                    await patients.WriteAsync(run, waiting, cancellation);
                    await WriteProgressAsync(run, total, ImportState.Running, cancellation);
                }
            },
            cancellation);
        await patients.WriteAsync(run, waiting, cancellation);
    }

    private async Task TakeRecordsAsync(ImportRun run, FileId file, int total, CancellationToken cancellation)
    {
        var (waiting, contents, hasBinaries) = (new List<WaitingRecord>(), new WaitingDocuments(), false);
        await ReadAsync(
            file,
            async entry =>
            {
                switch (entry.ResourceType)
                {
                    case var _ when Faulty(entry) is not null:
                    case "Patient" or "Medication" or "Organization":
                        break;
                    case "Binary":
                        hasBinaries = true;
                        break;
                    case "DocumentReference":
                        await documents.ReadAsync(run, entry, waiting, contents, cancellation);
                        break;
                    case { } type when ResourceReader.IsRecord(type):
                        await records.ReadAsync(run, entry, waiting, cancellation);
                        break;
                    default:
                        run.Refuse(entry.Number, entry.ResourceType, Reasons.ResourceNotUnderstood);
                        break;
                }

                await WriteFullAsync(run, waiting, total, cancellation);
            },
            cancellation);
        if (hasBinaries || !contents.IsEmpty)
        {
            await ReadAsync(
                file,
                entry => Faulty(entry) is null && entry.ResourceType == "Binary" ? documents.ReadBinaryAsync(run, entry, contents, cancellation) : Task.CompletedTask,
                cancellation);
        }

        DocumentImporter.EndAll(run, contents, waiting);
        await records.WriteAsync(run, waiting, cancellation);
    }

    private async Task WriteFullAsync(ImportRun run, List<WaitingRecord> waiting, int total, CancellationToken cancellation)
    {
        if (waiting.Count >= Together)
        {
            await records.WriteAsync(run, waiting, cancellation);
            await WriteProgressAsync(run, total, ImportState.Running, cancellation);
        }
        else if (run.WaitingLines >= Together)
        {
            await WriteProgressAsync(run, total, ImportState.Running, cancellation);
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

    private async Task<BundleReader> ReadAsync(FileId file, Func<BundleEntry, Task> use, CancellationToken cancellation)
    {
        await using var stream = await vault.OpenAsync(file, cancellation);
        var bundle = new BundleReader(stream);
        while (await bundle.NextAsync(cancellation) is { } entry)
        {
            await use(entry);
        }

        return bundle;
    }

    private async Task WriteProgressAsync(ImportRun run, int? total, ImportState state, CancellationToken cancellation)
    {
        await lines.PutAsync(run.Id, run.TakeLines(), cancellation);
        await imports.ChangeAsync<Done>(
            run.PracticeId,
            run.Id,
            import => (
                import with
                {
                    State = state,
                    Total = total ?? run.Done,
                    Taken = run.Taken,
                    Refused = run.Refused,
                    Lines = run.Lines,
                    EndedAt = state == ImportState.Done ? clock.GetUtcNow() : null,
                },
                Done.Instance),
            cancellation);
    }
}
