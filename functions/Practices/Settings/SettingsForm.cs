using Collaborations.Accounts;
using Collaborations.Http;
using PhoneNumbers;

namespace Collaborations.Practices.Settings;

public sealed record CountryUnknown() : InvalidInput("country-unknown", "countries");

public sealed record CodeCapOutOfRange() : InvalidInput("out-of-range", "dailyCodeCap");

/// <summary>A practice's settings, as its managers read and write them.</summary>
public sealed record PracticeSettings(
    string Name,
    Language Language,
    string TimeZone,
    IReadOnlyList<string> Countries,
    bool BirthDateCheck,
    bool OnlyNumbersOnFile,
    bool SecondStepPatients,
    bool SecondStepProfessionals,
    int DailyCodeCap)
{
    private const int MostCountries = 50;

    /// <summary>Ours: a flood is stopped, a clinic of a hundred doctors is not.</summary>
    private const int HighestCodeCap = 10_000;

    public static PracticeSettings Of(Practice practice) => new(
        practice.Name,
        practice.Language,
        practice.TimeZone,
        practice.Countries,
        practice.BirthDateCheck,
        practice.OnlyNumbersOnFile,
        practice.SecondStepPatients,
        practice.SecondStepProfessionals,
        practice.DailyCodeCap);

    /// <returns>The practice with these settings, or all that is wrong with them.</returns>
    public Result<Practice> Check()
    {
        var wrong = new List<InvalidInput>();
        var name = TypedText.Read(Name, "name", TypedText.LongestName, required: true, wrong);
        if (!TimeZones.IsKnown(TimeZone))
        {
            wrong.Add(new TimeZoneUnknown());
        }

        var known = PhoneNumberUtil.GetInstance().GetSupportedRegions();
        string[] countries = [.. Countries.Select(country => country.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        if (countries.Length is 0 or > MostCountries || !countries.All(known.Contains))
        {
            wrong.Add(new CountryUnknown());
        }

        if (DailyCodeCap is < 1 or > HighestCodeCap)
        {
            wrong.Add(new CodeCapOutOfRange());
        }

        return wrong.Count == 0
            ? new Practice(
                name, Language, TimeZone, countries, BirthDateCheck, OnlyNumbersOnFile, DailyCodeCap, SecondStepPatients, SecondStepProfessionals)
            : new InvalidForm(wrong);
    }
}
