using Collaborations.Fhir.Reading;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Records;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Import;

/// <summary>One reading of a bundle: what its entries refer to, which were seen, what came of each.</summary>
/// <param name="id">Of the import.</param>
/// <param name="practiceId">Whose records.</param>
/// <param name="practice">Its countries hold for telephone numbers.</param>
/// <param name="import">As it is on record: where somebody was before, it goes on from there.</param>
/// <param name="processes">Watches over files that the account has to scan; null where the content is the product's own.</param>
public sealed class ImportRun(ImportId id, PracticeId practiceId, Practice practice, FhirImport import, DurableTaskClient? processes)
{
    /// <summary>Owners that are remembered.</summary>
    private const int MostOwners = 10_000;

    private readonly ImportPosition? _from = import.Position;
    private readonly HashSet<UInt128> _seen = [];
    private readonly Dictionary<SourceIdentifier, PatientId?> _owners = [];
    private readonly HashSet<PatientId> _patients = [];
    private readonly HashSet<PatientId> _new = [];
    private readonly List<(int Place, ImportLine Line)> _lines = [];

    public ImportId Id { get; } = id;

    public PracticeId PracticeId { get; } = practiceId;

    public Practice Practice { get; } = practice;

    public MemberId By { get; } = import.By;

    /// <summary>Which reading it is.</summary>
    public ImportPhase Phase { get; set; }

    /// <summary>The work has gone on for as long as it may; the rest is for the next.</summary>
    public bool MustStop { get; set; }

    public BundleReferences References { get; } = new();

    public int Taken { get; private set; } = import.Taken;

    public int Refused { get; private set; } = import.Refused;

    public int Lines { get; private set; } = import.Lines;

    /// <summary>Entries of which it is known what came.</summary>
    public int Done => Taken + Refused;

    /// <summary>What a file of the bundle is until the account's scan has judged it.</summary>
    public FileState FirstState => processes is null ? FileState.Ready : FileState.Checking;

    /// <summary>Whether what came of an entry is written and counted already. It is read all the same: others refer to it.</summary>
    public bool IsThrough(int entry) => _from is { } from && (Phase < from.Phase || (Phase == from.Phase && entry <= from.Entry));

    /// <summary>Has a file watched until its scan is known. Read again from the start, it is watched already.</summary>
    public Task CheckAsync(FileId file, CancellationToken cancellation) => ProcessGate.StartOnceAsync(
        processes ?? throw new InvalidOperationException("What is the product's own waits for no scan."),
        nameof(FileCheckOrchestration),
        FileCheckOrchestration.InstanceOf(file),
        file,
        cancellation);

    /// <returns>Whether it is the first of this identity in the bundle.</returns>
    public bool IsFirst(string identity) => _seen.Add(BundleReferences.KeyOf(identity));

    public bool IsFirst(PatientId patient) => _patients.Add(patient);

    public void NoteMade(PatientId patient) => _new.Add(patient);

    /// <summary>Whether nothing was on record of a patient before this bundle. Of one whom an earlier turn made, it is no longer known.</summary>
    public bool IsNew(PatientId patient) => _new.Contains(patient);

    /// <summary>Lines that are not written yet.</summary>
    public int WaitingLines => _lines.Count;

    /// <summary>Whose an identifier is, asked of the store once.</summary>
    public async Task<PatientId?> OwnerOfAsync(SourceIdentifier identifier, Func<Task<PatientId?>> ask)
    {
        if (_owners.Count >= MostOwners)
        {
            _owners.Clear();
        }

        if (!_owners.TryGetValue(identifier, out var owner))
        {
            _owners[identifier] = owner = await ask();
        }

        return owner;
    }

    /// <summary>An entry is through.</summary>
    public void End(int entry, string? resource, bool taken, EntryNotes notes)
    {
        if (IsThrough(entry))
        {
            return;
        }

        Taken += taken ? 1 : 0;
        Refused += taken ? 0 : 1;
        var place = 0;
        foreach (var note in notes.All)
        {
            Add(place++, new ImportLine(entry, resource, taken, note.Reason, note.Element, Place: null));
        }
    }

    public void Refuse(int entry, string? resource, string reason)
    {
        var notes = new EntryNotes();
        notes.Add(reason);
        End(entry, resource, taken: false, notes);
    }

    /// <summary>Something about the bundle itself.</summary>
    public void Note(string reason, long? place = null) => Add(0, new ImportLine(null, null, Taken: false, reason, null, place));

    /// <summary>The lines since this was asked last.</summary>
    public IReadOnlyList<(int Place, ImportLine Line)> TakeLines()
    {
        (int, ImportLine)[] lines = [.. _lines];
        _lines.Clear();
        return lines;
    }

    private void Add(int place, ImportLine line)
    {
        Lines++;
        _lines.Add((place, line));
    }
}
