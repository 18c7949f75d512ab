using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Identifiers;
using Collaborations.Records;
using Collaborations.Storage;

namespace Collaborations.Fhir.Import;

/// <summary>A record that was read and is not written yet.</summary>
/// <param name="Entry">Its place in the bundle.</param>
/// <param name="Patient">Whose.</param>
/// <param name="Record">What.</param>
/// <param name="Notes">What is said of it.</param>
public sealed record WaitingRecord(int Entry, PatientId Patient, HealthRecord Record, EntryNotes Notes);

/// <summary>Records that are written together.</summary>
public sealed class WaitingRecords
{
    private const int Most = 2_000;

    /// <summary>Characters of JSON.</summary>
    private const int MostCharacters = 4_000_000;

    private List<WaitingRecord> _records = [];
    private int _characters;

    public bool IsFull => _records.Count >= Most || _characters >= MostCharacters;

    public void Add(WaitingRecord record)
    {
        _records.Add(record);
        _characters += RecordStore.SizeOf(record.Record) ?? MostCharacters;
    }

    public IReadOnlyList<WaitingRecord> TakeAll()
    {
        var all = _records;
        (_records, _characters) = ([], 0);
        return all;
    }
}

/// <summary>Takes records: reads each, finds whose it is, and writes those of one patient together.</summary>
public sealed class RecordImporter(RecordStore records, SubjectFinder subjects)
{
    /// <summary>Reads an entry that is a record. What is to be written waits in <paramref name="waiting"/>.</summary>
    public async Task ReadAsync(ImportRun run, BundleEntry entry, WaitingRecords waiting, CancellationToken cancellation)
    {
        var type = entry.ResourceType!;
        var (resource, source) = Open(entry);
        var patient = await subjects.FindAsync(run, resource, ResourceReader.SubjectOf(type), cancellation);
        var record = ResourceReader.Read(type, resource, source, run.References);
        if (record is not null)
        {
            resource.NoteUnkept();
        }

        if (record is null || patient is null || !IsNew(run, record, resource.Notes))
        {
            run.End(entry.Number, type, taken: false, resource.Notes);
            return;
        }

        if (!run.IsThrough(entry.Number))
        {
            waiting.Add(new WaitingRecord(entry.Number, patient.Value, record, resource.Notes));
        }
    }

    public async Task WriteAsync(ImportRun run, WaitingRecords waiting, CancellationToken cancellation)
    {
        var all = waiting.TakeAll();
        var outcomes = new Dictionary<WaitingRecord, KeepOutcome>(ReferenceEqualityComparer.Instance);
        await RowBatches.ForEachAsync(
            all.GroupBy(each => each.Patient),
            async (group, stop) =>
            {
                var several = group.ToList();
                var kept = await records.KeepAsync(run.PracticeId, group.Key, [.. several.Select(each => each.Record)], stop);
                lock (outcomes)
                {
                    foreach (var (each, outcome) in several.Zip(kept))
                    {
                        outcomes.Add(each, outcome);
                    }
                }
            },
            cancellation);
        foreach (var each in all)
        {
            var taken = outcomes[each] == KeepOutcome.Kept;
            if (!taken)
            {
                each.Notes.Add(Reasons.Older);
            }

            run.End(each.Entry, each.Record.Kind.ToString(), taken, each.Notes);
        }
    }

    /// <summary>What every resource begins with.</summary>
    internal static (FhirElement Resource, RecordSource Source) Open(BundleEntry entry)
    {
        var resource = new FhirElement(entry.Resource!.Value, string.Empty, new EntryNotes());
        resource.Skip("resourceType");
        return (resource, resource.Source(entry.Address));
    }

    /// <summary>Whether a record can be known again, fits, and was not in the bundle before; why not is noted.</summary>
    internal bool IsNew(ImportRun run, HealthRecord record, EntryNotes notes)
    {
        if (record.Source is { ResourceId: null, Identifiers: [] })
        {
            notes.Add(Reasons.IdentifierMissing, "identifier");
            return false;
        }

        if (RecordStore.SizeOf(record) is null)
        {
            notes.Add(Reasons.RecordTooLarge);
            return false;
        }

        if (!run.IsFirst($"{record.Kind}/{records.IdOf(run.PracticeId, record.Kind, record.Source)}"))
        {
            notes.Add(Reasons.ResourceTwice);
            return false;
        }

        return true;
    }
}
