using System.Security.Cryptography;
using System.Text;
using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Identifiers;
using Collaborations.Patients;

namespace Collaborations.Fhir.Import;

/// <summary>
/// Takes patients: finds each by its identifiers, makes the one who is not there, and writes down what is new. An identifier is claimed before the
/// patient is written, so that tried again, or beside another import, it leads to the same patient.
/// </summary>
public sealed class PatientImporter(PatientHandler directory, PatientStore patients, PatientIdentityStore identities, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Patients written side by side: each is some fifty writes to the index.</summary>
    private const int AtOnce = 4;

    /// <summary>Decides who an entry is. What is to be written waits in <paramref name="waiting"/>.</summary>
    public async Task ReadAsync(ImportRun run, BundleEntry entry, IList<WaitingPatient> waiting, CancellationToken cancellation)
    {
        var notes = new EntryNotes();
        var resource = new FhirElement(entry.Resource!.Value, string.Empty, notes);
        resource.Skip("resourceType");
        var source = resource.Source(entry.Address);
        var form = PatientResource.Read(resource);
        resource.NoteUnkept();
        if (source.Identifiers.Count == 0)
        {
            notes.Add(Reasons.IdentifierMissing, "identifier");
        }

        if (source.Identifiers.Count == 0 || Check(run, form, notes) is not { } patient)
        {
            run.End(entry.Number, "Patient", taken: false, notes);
            return;
        }

        var known = await Task.WhenAll(source.Identifiers.Select(identifier => identities.FindAsync(run.PracticeId, identifier, cancellation)));
        var owners = known.OfType<PatientId>().Distinct().ToList();
        if (owners.Count > 1)
        {
            notes.Add(Reasons.IdentifiersOfTwo, "identifier");
            run.End(entry.Number, "Patient", taken: false, notes);
            return;
        }

        var id = owners.Count == 1 ? owners[0] : await identities.ClaimAsync(run.PracticeId, source.Identifiers[0], ids.New<PatientId>(), cancellation);
        run.References.AddPatient(entry, id);
        if (!run.IsFirst(id))
        {
            notes.Add(Reasons.PatientTwice);
            run.End(entry.Number, "Patient", taken: false, notes);
            return;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Resource.Value.GetRawText())));
        waiting.Add(new WaitingPatient(entry.Number, id, patient, form, new PatientSource(source, digest), notes));
    }

    /// <summary>Writes those that wait.</summary>
    public async Task WriteAsync(ImportRun run, IList<WaitingPatient> waiting, CancellationToken cancellation)
    {
        await Parallel.ForEachAsync(
            waiting,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (patient, stop) => patient.Taken = await WriteAsync(run.PracticeId, patient, stop));
        foreach (var patient in waiting)
        {
            run.End(patient.Entry, "Patient", patient.Taken, patient.Notes);
        }

        waiting.Clear();
    }

    private static string ElementOf(string? field) => field switch
    {
        "firstName" => "name.given",
        "lastName" => "name.family",
        "birthDate" => "birthDate",
        "code" => "identifier",
        _ => "telecom",
    };

    private async Task<bool> WriteAsync(PracticeId practice, WaitingPatient waiting, CancellationToken cancellation)
    {
        var kept = await identities.FindSourceAsync(practice, waiting.Id, cancellation);
        if (kept is not null && waiting.Source.Source.IsOlderThan(kept.Source))
        {
            waiting.Notes.Add(Reasons.Older);
            return false;
        }

        if (kept?.Digest == waiting.Source.Digest && await patients.FindAsync(practice, waiting.Id, cancellation) is not null)
        {
            return true;
        }

        await directory.PutAsync(practice, waiting.Id, waiting.Become, cancellation);
        foreach (var identifier in waiting.Source.Source.Identifiers)
        {
            await identities.ClaimAsync(practice, identifier, waiting.Id, cancellation);
        }

        await identities.PutSourceAsync(practice, waiting.Id, waiting.Source, cancellation);
        return true;
    }

    // By the rules of the form: a field that breaks one is left out and named; without a name there is no patient.
    private Patient? Check(ImportRun run, PatientForm form, EntryNotes notes)
    {
        while (true)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (!form.Check(run.Practice, suggestedCode: string.Empty, today).IsRefused(out var refusal, out var patient))
            {
                return patient;
            }

            var inputs = ((InvalidForm)refusal).Inputs;
            foreach (var input in inputs)
            {
                notes.Add(input.Code, ElementOf(input.Field));
                form = input.Field switch
                {
                    "email" => form with { Email = null },
                    "mobile" => form with { Mobile = null },
                    "landline" => form with { Landline = null },
                    "birthDate" => form with { BirthDate = null },
                    "code" => form with { Code = null },
                    _ => form,
                };
            }

            if (inputs.Any(input => input.Field is "firstName" or "lastName"))
            {
                return null;
            }
        }
    }
}

/// <summary>A patient who was read and is not written yet.</summary>
public sealed class WaitingPatient(int entry, PatientId id, Patient patient, PatientForm form, PatientSource source, EntryNotes notes)
{
    public int Entry { get; } = entry;

    public PatientId Id { get; } = id;

    public PatientSource Source { get; } = source;

    public EntryNotes Notes { get; } = notes;

    public bool Taken { get; set; }

    /// <summary>What the bundle does not say stays as it is.</summary>
    public Patient Become(Patient? before) => before is null
        ? patient with { Code = patient.Code.Length > 0 ? patient.Code : PatientHandler.CodeOf(Id) }
        : patient with
        {
            Code = patient.Code.Length > 0 ? patient.Code : before.Code,
            BirthDate = patient.BirthDate ?? before.BirthDate,
            Email = patient.Email ?? before.Email,
            Mobile = patient.Mobile ?? before.Mobile,
            Landline = patient.Landline ?? before.Landline,
            Language = form.Language ?? before.Language,
        };
}
