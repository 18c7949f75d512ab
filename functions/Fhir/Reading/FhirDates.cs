using System.Globalization;
using System.Text.RegularExpressions;

namespace Collaborations.Fhir.Reading;

/// <summary>Dates as FHIR writes them: a year, a month, a day, or a time with its offset (FHIR R4, 2.24.0.1: date, dateTime, instant).</summary>
public static partial class FhirDates
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Whether it is one, and there was such a day.</summary>
    public static bool IsDate(string text)
    {
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return true;
        }

        var match = Time().Match(text);
        if (!match.Success)
        {
            return false;
        }

        // A leap second is a time in FHIR and none here; fractions may be longer than a clock's tick.
        var seconds = match.Groups["seconds"].Value == "60" ? "59" : match.Groups["seconds"].Value;
        return DateTimeOffset.TryParseExact(
            $"{match.Groups["minutes"].Value}:{seconds}{match.Groups["offset"].Value.Replace("Z", "+00:00", StringComparison.Ordinal)}",
            "yyyy-MM-ddTHH:mm:sszzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _);
    }

    /// <returns>Null where it is no whole day.</returns>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^(?<minutes>\d{4}-\d\d-\d\dT\d\d:\d\d):(?<seconds>\d\d)(?:\.\d+)?(?<offset>Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
