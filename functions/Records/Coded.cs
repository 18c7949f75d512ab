using System.Globalization;

namespace Collaborations.Records;

/// <summary>One code of a terminology.</summary>
/// <param name="System">URI of the terminology, such as <c>http://snomed.info/sct</c>.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Display">What the terminology calls it.</param>
public sealed record Coding(string? System, string? Code, string? Display);

/// <summary>What a thing is: the words of whoever wrote it, and the codes they stand for.</summary>
/// <param name="Text">Null where only codes were given.</param>
/// <param name="Codings">Empty where it was only put in words.</param>
public sealed record Concept(string? Text, IReadOnlyList<Coding> Codings);

/// <summary>An amount with its unit.</summary>
/// <param name="Value">With the digits that were written: 5.0 is not 5.</param>
/// <param name="Comparator">Null where the amount is exact; otherwise &lt;, &lt;=, &gt;= or &gt;.</param>
/// <param name="Unit">As people write it.</param>
/// <param name="System">URI of the unit's terminology.</param>
/// <param name="Code">The unit in that terminology.</param>
public sealed record Quantity(decimal? Value, string? Comparator, string? Unit, string? System, string? Code);

/// <summary>
/// When something was: at a time, in a period, or in words. Times are as written (FHIR date and dateTime), because "2019" is not the first of
/// January, and a time without its offset is not one.
/// </summary>
public sealed record When(string? At, string? Start, string? End, string? Text);

/// <summary>A name that somebody else gave a thing.</summary>
/// <param name="System">URI of who names; empty where that was not said.</param>
/// <param name="Value">The name.</param>
public sealed record SourceIdentifier(string System, string Value);

/// <summary>Where a record came from.</summary>
/// <param name="ResourceId">Its id there.</param>
/// <param name="Identifiers">Its business identifiers.</param>
/// <param name="LastUpdated">When it was last changed there, as written.</param>
public sealed record RecordSource(string? ResourceId, IReadOnlyList<SourceIdentifier> Identifiers, string? LastUpdated)
{
    /// <summary>Whether both say when they were last changed, and this one earlier.</summary>
    public bool IsOlderThan(RecordSource kept) =>
        DateTimeOffset.TryParse(LastUpdated, CultureInfo.InvariantCulture, out var mine)
        && DateTimeOffset.TryParse(kept.LastUpdated, CultureInfo.InvariantCulture, out var other)
        && mine < other;
}
