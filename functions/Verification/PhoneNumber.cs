using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PhoneNumbers;

namespace Collaborations.Verification;

/// <summary>Which kind a person says a number is.</summary>
public enum PhoneKind
{
    Landline,
    Cell,
}

public sealed record PhoneMalformed(string Field) : InvalidInput("phone-malformed", Field);

public sealed record PhoneCountryNotServed(string Field) : InvalidInput("phone-country-not-served", Field);

public sealed record PhoneNotAllowed(string Field) : InvalidInput("phone-not-allowed", Field);

/// <summary>A country that codes may go to.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Calling">Its calling code, without plus.</param>
public sealed record PhoneCountry(string Code, string Calling)
{
    public static PhoneCountry Of(string code) =>
        new(code, PhoneNumberUtil.GetInstance().GetCountryCodeForRegion(code).ToString(CultureInfo.InvariantCulture));
}

/// <summary>A number that codes may go to, in E.164.</summary>
public sealed record PhoneNumber
{
    /// <summary>Digits of the prefix that neighbours of a number share: the number less its last four.</summary>
    private const int NeighbourDigits = 4;
    private const string Nowhere = "ZZ";
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private PhoneNumber(string value, bool takesTexts)
    {
        Value = value;
        TakesTexts = takesTexts;
    }

    public string Value { get; }

    /// <summary>Whether the number's range is one of mobile numbers, as far as the country's plan says.</summary>
    public bool TakesTexts { get; }

    /// <summary>For limits on neighbouring numbers, which pumped traffic uses.</summary>
    public string Prefix => Value[..^NeighbourDigits];

    /// <param name="typed">As a person writes it; national where it is in the first country.</param>
    /// <param name="countries">ISO 3166-1 alpha-2: those that the practice serves, its own first.</param>
    /// <param name="field">The field's name in the body.</param>
    public static Result<PhoneNumber> Read(string? typed, IReadOnlyList<string> countries, string field)
    {
        if (!TryParse(typed, countries[0], out var number) || !Library.IsValidNumber(number))
        {
            return new PhoneMalformed(field);
        }

        if (Library.GetRegionCodeForNumber(number) is not { } region || !countries.Contains(region, StringComparer.Ordinal))
        {
            return new PhoneCountryNotServed(field);
        }

        // What costs its caller, or is nobody's own: premium, shared-cost, toll-free, pager, voicemail and company-wide numbers are refused.
        return Library.GetNumberType(number) switch
        {
            PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE => new PhoneNumber(Format(number), takesTexts: true),
            PhoneNumberType.FIXED_LINE or PhoneNumberType.VOIP or PhoneNumberType.PERSONAL_NUMBER => new PhoneNumber(Format(number), takesTexts: false),
            _ => new PhoneNotAllowed(field),
        };
    }

    /// <param name="typed">As a person writes it, or nothing.</param>
    /// <param name="countries">As there.</param>
    /// <param name="field">As there.</param>
    /// <param name="wrong">Gets what is wrong with it.</param>
    /// <returns>Null where there is none, or none that can be.</returns>
    public static PhoneNumber? ReadOptional(string? typed, IReadOnlyList<string> countries, string field, IList<InvalidInput> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (Read(typed, countries, field).IsRefused(out var refusal, out var number))
        {
            wrong.Add((InvalidInput)refusal);
            return null;
        }

        return number;
    }

    /// <summary>All but the last two digits are hidden.</summary>
    public static string Mask(string number) => $"•• {number[^2..]}";

    /// <param name="number">E.164, as it was read once.</param>
    /// <returns>ISO 3166-1 alpha-2 of the country that it belongs to; ZZ, as the library says it, where that is not known.</returns>
    public static string CountryOf(string number) =>
        TryParse(number, Nowhere, out var parsed) && Library.GetRegionCodeForNumber(parsed) is { } region ? region : Nowhere;

    public override string ToString() => "(a telephone number)";

    private static string Format(PhoneNumbers.PhoneNumber number) => Library.Format(number, PhoneNumberFormat.E164);

    private static bool TryParse(string? typed, string country, [NotNullWhen(true)] out PhoneNumbers.PhoneNumber? number)
    {
        try
        {
            number = Library.Parse(typed ?? string.Empty, country);
            return true;
        }
        catch (NumberParseException)
        {
            number = null;
            return false;
        }
    }
}
