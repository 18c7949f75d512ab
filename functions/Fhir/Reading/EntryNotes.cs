namespace Collaborations.Fhir.Reading;

/// <summary>What was wrong or left out.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>, or the code of the rule of the patient's form that was broken.</param>
/// <param name="Element">Which; several with commas; null for the whole.</param>
public sealed record EntryNote(string Reason, string? Element);

/// <summary>Gathers what is said of one entry.</summary>
public sealed class EntryNotes
{
    /// <summary>An entry with more faults than this is not made better by a longer list.</summary>
    private const int Most = 20;

    private readonly List<EntryNote> _notes = [];

    public IReadOnlyList<EntryNote> All => _notes;

    public void Add(string reason, string? element = null)
    {
        var note = new EntryNote(reason, element);
        if (_notes.Count < Most && !_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }
}
