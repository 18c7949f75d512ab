using Collaborations.Identifiers;

namespace Collaborations.Fhir.Import;

public enum ImportState
{
    Uploading,

    /// <summary>Its entries are read; how far it is, is on record.</summary>
    Running,

    /// <summary>It was read to its end, or to where it is broken.</summary>
    Done,

    /// <summary>It could not be finished; brought in again, it goes on.</summary>
    Failed,
}

/// <summary>A bundle that is brought in.</summary>
/// <param name="By">The manager who brings it.</param>
/// <param name="File">The bundle, in the vault until it is done.</param>
/// <param name="Size">Bytes.</param>
/// <param name="State">How far it is.</param>
/// <param name="Total">Entries of the bundle; null until they were counted.</param>
/// <param name="Taken">Entries that are in the practice's records now, whether or not they were before.</param>
/// <param name="Refused">Entries that are not, each with its reason in the report.</param>
/// <param name="Lines">Of the report.</param>
/// <param name="BegunAt">When the upload began.</param>
/// <param name="EndedAt">Null until then.</param>
/// <param name="Position">Up to where it is done, with what is counted here; null where it was not begun.</param>
public sealed record FhirImport(
    MemberId By,
    FileId File,
    long Size,
    ImportState State,
    int? Total,
    int Taken,
    int Refused,
    int Lines,
    DateTimeOffset BegunAt,
    DateTimeOffset? EndedAt,
    ImportPosition? Position = null);

/// <summary>The readings of a bundle, in their order.</summary>
public enum ImportPhase
{
    /// <summary>Patients, and what only has a name.</summary>
    Patients,

    Records,

    /// <summary>The contents of documents that are entries of their own.</summary>
    Contents,

    /// <summary>The documents that waited for them.</summary>
    Documents,
}

/// <summary>Up to where a bundle is done: every entry of the readings before, and of this one those up to the number.</summary>
public sealed record ImportPosition(ImportPhase Phase, int Entry);

/// <summary>One line of the report.</summary>
/// <param name="Entry">Its place in the bundle, from 1; null for the bundle as a whole.</param>
/// <param name="Resource">Type of the entry's resource; null where it has none.</param>
/// <param name="Taken">Whether the entry was taken all the same.</param>
/// <param name="Reason">Stable code.</param>
/// <param name="Element">Which elements.</param>
/// <param name="Place">The byte at which the JSON breaks.</param>
public sealed record ImportLine(int? Entry, string? Resource, bool Taken, string Reason, string? Element, long? Place);
