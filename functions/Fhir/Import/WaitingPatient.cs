using Collaborations.Fhir.Reading;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Records;
using Collaborations.Searching;

namespace Collaborations.Fhir.Import;

/// <summary>A patient who was read and is not written yet.</summary>
public sealed class WaitingPatient(int entry, IReadOnlyList<string> addresses, Patient patient, PatientForm form, PatientSource source, EntryNotes notes)
{
    public int Entry { get; } = entry;

    /// <summary>The ways in which the bundle refers to the patient.</summary>
    public IReadOnlyList<string> Addresses { get; } = addresses;

    public PatientSource Source { get; } = source;

    public IReadOnlyList<SourceIdentifier> Identifiers => Source.Source.Identifiers;

    public EntryNotes Notes { get; } = notes;

    /// <summary>Null until it is decided who it is, and where that cannot be.</summary>
    public PatientId? Id { get; set; }

    /// <summary>Its identifiers that are nobody's yet, but for the one by which somebody new is claimed.</summary>
    public IList<SourceIdentifier> Unclaimed { get; } = [];

    public bool Taken { get; set; }

    /// <summary>Who stands in the bundle, in the form that is kept.</summary>
    public Patient Read => patient;

    /// <summary>
    /// Without a system an identifier is a number that every sender gives out: with another family name and another birth date it is another person's.
    /// One of the two may have changed.
    /// </summary>
    public bool IsAnotherThan(Patient known) =>
        patient.BirthDate is { } mine && known.BirthDate is { } theirs && mine != theirs
        && !SearchWords.Of(patient.LastName).SequenceEqual(SearchWords.Of(known.LastName), StringComparer.Ordinal);

    public void Refuse(string reason, string? element = null) => Notes.Add(reason, element);

    /// <summary>What the bundle does not say stays as it is.</summary>
    public Patient Become(Patient? before) => before is null
        ? patient with { Code = patient.Code.Length > 0 ? patient.Code : PatientHandler.CodeOf(Id!.Value) }
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

/// <summary>Patients who are decided and written together.</summary>
public sealed class WaitingPatients
{
    /// <summary>With their some sixty rows each in the index, which are spread over 256 partitions, so many fill the batches.</summary>
    private const int Most = 400;

    /// <summary>Characters of what was read of them.</summary>
    private const int MostCharacters = 4_000_000;

    private List<WaitingPatient> _patients = [];
    private int _characters;

    public bool IsFull => _patients.Count >= Most || _characters >= MostCharacters;

    public void Add(WaitingPatient patient, int characters)
    {
        _patients.Add(patient);
        _characters += characters;
    }

    public IReadOnlyList<WaitingPatient> TakeAll()
    {
        var all = _patients;
        (_patients, _characters) = ([], 0);
        return all;
    }
}
