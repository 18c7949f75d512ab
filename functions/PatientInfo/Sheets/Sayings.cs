using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Practices;
using Collaborations.Records;

namespace Collaborations.PatientInfo.Sheets;

/// <summary>Puts the values of a record into words. Days are written as year, month and day, which mean the same in every country.</summary>
public sealed class Sayings(SheetWording words, Practice practice)
{
    private readonly CultureInfo _culture = Languages.Culture(practice.Language);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(practice.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public SheetWording Words => words;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The parts that are there, one after the other.</summary>
    public static string Join(string between, params IEnumerable<string?> parts) => string.Join(between, parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The parts that are there, each on a line of its own.</summary>
    public static string Lines(params IEnumerable<string?> parts) => Join("\n", parts);

    public string Label(SheetLabel label) => words.Labels[label];

    public string Number(int number) => number.ToString("N0", _culture);

    public string Time(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A FHIR date: a year, a month and a day as they are, a time in the practice's zone.</summary>
    public string? Date(string? written) =>
        written is not null && written.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? Time(time)
            : written;

    public string? Date(When? when) => when is null ? null : Join(" ", Date(when.At), Period(when), when.Text);

    /// <summary>A word of FHIR's own in the language of the sheet; another as it is.</summary>
    public string? Code(string? code) => code is null ? null : words.Codes.GetValueOrDefault(code, code);

    /// <summary>What its writer called it, else what its terminology does.</summary>
    public string? Concept(Concept? concept)
    {
        if (concept is null)
        {
            return null;
        }

        var known = concept.Codings.Select(coding => coding.Code is { } code ? words.Codes.GetValueOrDefault(code) : null).FirstOrDefault(word => word is not null);
        return known
            ?? concept.Text
            ?? concept.Codings.Select(coding => coding.Display).FirstOrDefault(display => display is not null)
            ?? concept.Codings.Select(coding => coding.Code).FirstOrDefault(code => code is not null);
    }

    public string Concepts(IEnumerable<Concept> concepts) => Join(", ", concepts.Select(Concept));

    public string? Quantity(Quantity? quantity) => quantity is null
        ? null
        : Join(" ", quantity.Comparator, quantity.Value?.ToString(_culture), quantity.Unit ?? quantity.Code);

    public string? Observed(ObservedValue? value) => value switch
    {
        null => null,
        { Quantity: { } quantity } => Quantity(quantity),
        { Concept: { } concept } => Concept(concept),
        { Text: { } text } => text,
        { Flag: { } flag } => flag ? words.Codes["yes"] : words.Codes["no"],
        { Number: { } number } => Number(number),
        _ => Date(value.At),
    };

    public string Range(ReferenceRange range) =>
        range.Text ?? (range.Low, range.High) switch
        {
            (null, null) => string.Empty,
            (null, var high) => $"≤ {Quantity(high)}",
            (var low, null) => $"≥ {Quantity(low)}",
            var (low, high) => $"{Quantity(low)} – {Quantity(high)}",
        };

    public string Dosage(Dosage dosage) =>
        dosage.Text ?? Join(", ", Quantity(dosage.Dose), Concept(dosage.Route), Timing(dosage), dosage.AsNeeded == true ? Label(SheetLabel.AsNeeded) : null);

    private string? Period(When when) => when.Start is null && when.End is null ? null : $"{Date(when.Start)} – {Date(when.End)}".Trim();

    // As the standard counts: 2 × / 1 d.
    private string? Timing(Dosage dosage) => dosage.Frequency is { } times && dosage.Period is { } period
        ? $"{times.ToString(_culture)} × / {period.ToString(_culture)} {dosage.PeriodUnit}".TrimEnd()
        : null;
}
