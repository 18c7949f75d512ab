using System.Text.Json.Serialization;
using Collaborations.Identifiers;

namespace Collaborations.Documents;

/// <summary>Where a document stands: the first two in a patient's library, the last in the practice's.</summary>
public enum Shelf
{
    Correspondence,
    Images,
    Education,
}

/// <summary>Whose documents: a patient's, or the practice's own where <paramref name="Patient"/> is null.</summary>
public sealed record LibraryPlace(PracticeId Practice, PatientId? Patient)
{
    public override string ToString() => Patient is { } patient ? $"{Practice}-{patient}" : $"{Practice}";
}

/// <summary>What is on record of a document beside its file, whose id is the document's too.</summary>
/// <param name="Shelf">Where it stands.</param>
/// <param name="Title">As the members call it.</param>
/// <param name="Date">Of the letter or the picture: a year, a month or a day (FHIR date); null where it is not known.</param>
/// <param name="Arrived">Whether the whole of its file is there. Until then nobody sees it.</param>
/// <param name="Imported">Whether a FHIR import brought it: then it is a record of the patient's as well.</param>
/// <param name="RemovedAt">When a member removed it; null while it stands there.</param>
public sealed record Document(Shelf Shelf, string Title, string? Date, bool Arrived, bool Imported, DateTimeOffset? RemovedAt)
{
    /// <summary>Ours: for so long a removed document can be put back.</summary>
    public static readonly TimeSpan KeptRemoved = TimeSpan.FromDays(30);

    [JsonIgnore]
    public DateTimeOffset? RestorableUntil => RemovedAt + KeptRemoved;

    public bool IsRestorable(DateTimeOffset now) => now < RestorableUntil;
}
