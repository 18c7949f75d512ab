using System.Security.Cryptography;
using System.Text;
using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Records;

namespace Collaborations.Fhir.Import;

/// <summary>
/// Takes patients, many at a time: finds each by their identifiers, makes those who are not there, and writes down what is new. An identifier is
/// claimed before the patient is written, so that tried again, or beside another import, it leads to the same patient.
/// </summary>
public sealed class PatientImporter(PatientHandler directory, PatientStore patients, PatientIdentityStore identities, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Reads an entry. Who it is, is decided when <paramref name="waiting"/> is written.</summary>
    public void Read(ImportRun run, BundleEntry entry, WaitingPatients waiting)
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

        var text = entry.Resource.Value.GetRawText();
        var kept = new PatientSource(source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        if (!PatientIdentityStore.Fits(kept))
        {
            notes.Add(Reasons.RecordTooLarge);
            run.End(entry.Number, "Patient", taken: false, notes);
            return;
        }

        waiting.Add(new WaitingPatient(entry.Number, [.. BundleReferences.AddressesOf(entry)], patient, form, kept, notes), text.Length);
    }

    /// <summary>Decides who those that wait are, in the order of the bundle, and writes them.</summary>
    public async Task WriteAsync(ImportRun run, WaitingPatients waiting, CancellationToken cancellation)
    {
        var all = waiting.TakeAll();
        var owners = await identities.FindAllAsync(run.PracticeId, all.SelectMany(each => each.Identifiers), cancellation);
        var claims = new Dictionary<PatientId, SourceIdentifier>();
        var read = new Dictionary<PatientId, Patient>();
        foreach (var patient in all)
        {
            if (await IsAnotherAsync(run.PracticeId, patient, owners, read, cancellation))
            {
                patient.Refuse(Reasons.AnotherPerson, "identifier");
                continue;
            }

            Decide(patient, owners, claims);
            if (patient.Id is { } id)
            {
                read.TryAdd(id, patient.Read);
            }
        }

        // Who was first at the same time somewhere else is whom it is about.
        var before = await identities.ClaimAllAsync(run.PracticeId, [.. claims.Select(claim => (claim.Value, claim.Key))], cancellation);
        var write = new List<WaitingPatient>();
        foreach (var patient in all.Where(each => each.Id is not null))
        {
            if (claims.TryGetValue(patient.Id!.Value, out var claim))
            {
                if (before.TryGetValue(claim, out var other))
                {
                    patient.Id = other;
                }
                else
                {
                    run.NoteMade(patient.Id.Value);
                }
            }

            run.References.AddPatient(patient.Addresses, patient.Id!.Value);
            run.References.AddIdentifiers(patient.Identifiers, patient.Id.Value);
            if (!run.IsFirst(patient.Id.Value))
            {
                patient.Refuse(Reasons.PatientTwice);
            }
            else if (!run.IsThrough(patient.Entry))
            {
                write.Add(patient);
            }
        }

        await WriteAsync(run.PracticeId, write, cancellation);
        foreach (var patient in all)
        {
            run.End(patient.Entry, "Patient", patient.Taken, patient.Notes);
        }
    }

    // A number without a system is looked at twice: whoever stands here under it, or before it in this bundle, must not become somebody else.
    private async Task<bool> IsAnotherAsync(
        PracticeId practice,
        WaitingPatient patient,
        Dictionary<SourceIdentifier, PatientId> owners,
        Dictionary<PatientId, Patient> read,
        CancellationToken cancellation)
    {
        foreach (var identifier in patient.Identifiers.Where(each => each.System.Length == 0))
        {
            if (owners.TryGetValue(identifier, out var owner)
                && (read.GetValueOrDefault(owner) ?? (await patients.FindAsync(practice, owner, cancellation))?.Record) is { } known
                && patient.IsAnotherThan(known))
            {
                return true;
            }
        }

        return false;
    }

    // Whose its identifiers are; of nobody's, it is somebody new. Those that come after it in the same bundle find it so.
    private void Decide(WaitingPatient patient, Dictionary<SourceIdentifier, PatientId> owners, Dictionary<PatientId, SourceIdentifier> claims)
    {
        PatientId[] known = [.. patient.Identifiers.Where(owners.ContainsKey).Select(identifier => owners[identifier]).Distinct()];
        if (known.Length > 1)
        {
            patient.Refuse(Reasons.IdentifiersOfTwo, "identifier");
            return;
        }

        var id = known.Length == 1 ? known[0] : ids.New<PatientId>();
        patient.Id = id;
        if (known.Length == 0)
        {
            claims[id] = patient.Identifiers[0];
            owners[patient.Identifiers[0]] = id;
        }

        foreach (var identifier in patient.Identifiers.Where(identifier => owners.TryAdd(identifier, id)))
        {
            patient.Unclaimed.Add(identifier);
        }
    }

    private static string ElementOf(string? field) => field switch
    {
        "firstName" => "name.given",
        "lastName" => "name.family",
        "birthDate" => "birthDate",
        "code" => "identifier",
        _ => "telecom",
    };

    private async Task WriteAsync(PracticeId practice, List<WaitingPatient> waiting, CancellationToken cancellation)
    {
        var kept = await identities.FindSourcesAsync(practice, waiting.Select(each => each.Id!.Value), cancellation);
        var changed = new List<WaitingPatient>();
        foreach (var patient in waiting)
        {
            var source = kept.GetValueOrDefault(patient.Id!.Value);
            if (source is not null && patient.Source.Source.IsOlderThan(source.Source))
            {
                patient.Refuse(Reasons.Older);
                continue;
            }

            patient.Taken = true;
            if (source?.Digest != patient.Source.Digest)
            {
                changed.Add(patient);
            }
        }

        // The source comes last: where it is there, so is everything else.
        await directory.PutAsync(practice, [.. changed.Select(each => (each.Id!.Value, (Func<Patient?, Patient>)each.Become))], cancellation);
        var claims = changed.SelectMany(each => each.Unclaimed.Select(identifier => (identifier, each.Id!.Value)));
        NoteClaimed(changed, await identities.ClaimAllAsync(practice, [.. claims], cancellation));
        await identities.PutSourcesAsync(practice, changed.Select(each => (each.Id!.Value, each.Source)), cancellation);
    }

    // Somebody else was given one of its identifiers since it was asked whose it is: there are two now, and somebody has to know of it.
    private static void NoteClaimed(List<WaitingPatient> written, Dictionary<SourceIdentifier, PatientId> before)
    {
        foreach (var patient in written)
        {
            if (patient.Unclaimed.Any(identifier => before.TryGetValue(identifier, out var owner) && owner != patient.Id))
            {
                patient.Notes.Add(Reasons.IdentifiersOfTwo, "identifier");
            }
        }
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
