using System.Globalization;

namespace Collaborations.Accounts;

/// <summary>The languages by their tags (BCP 47).</summary>
public static class Languages
{
    /// <returns>English where the tag is of no language that is spoken here.</returns>
    public static Language Parse(string? tag) => tag switch
    {
        "es" => Language.Spanish,
        "fr" => Language.French,
        _ => Language.English,
    };

    public static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(Tag(language));

    public static string Tag(Language language) => language switch
    {
        Language.Spanish => "es",
        Language.French => "fr",
        _ => "en",
    };

    /// <summary>For speech: a language with its region.</summary>
    public static string SpeechLocale(Language language) => language switch
    {
        Language.Spanish => "es-US",
        Language.French => "fr-CA",
        _ => "en-US",
    };
}
