using System.Globalization;
using System.Text;

namespace Collaborations.Searching;

/// <summary>The words by which people and things are found as one types: the same for what stands in an index and for what is asked of it.</summary>
public static class SearchWords
{
    // Letters of European names that Unicode takes for letters of their own, and that people type without.
    private static readonly Dictionary<char, string> Undecomposed = new()
    {
        ['Ø'] = "O",
        ['Ł'] = "L",
        ['Đ'] = "D",
        ['Ð'] = "D",
        ['Þ'] = "TH",
        ['Æ'] = "AE",
        ['Œ'] = "OE",
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['ı'] = "I",
        ['Ħ'] = "H",
    };

    /// <returns>The words of a text without accents, in one case, letters and digits only, each once, in their order.</returns>
    public static IEnumerable<string> Of(string text) =>
        Folded(text).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word.Length > 0).Distinct();

    /// <returns>What was typed, the longest word first. A word that begins another says nothing more: "sm smith" asks for no second name.</returns>
    public static string[] Typed(string query)
    {
        string[] words = [.. Of(query)];
        return
        [
            .. words.Where(word => !words.Any(other => other != word && other.StartsWith(word, StringComparison.Ordinal)))
                .OrderByDescending(word => word.Length),
        ];
    }

    /// <summary>What a list keeps beside an entry, to be looked through as one types.</summary>
    public static string Kept(params IEnumerable<string?> texts) => string.Join(' ', Of(string.Join(' ', texts)));

    /// <returns>Whether each word that was typed is in what was kept, at its beginning or inside of a word.</returns>
    public static bool Holds(string kept, string? typed) => Of(typed ?? string.Empty).All(word => kept.Contains(word, StringComparison.Ordinal));

    /// <returns>The first letters; a word that is no longer is its own beginning.</returns>
    public static string Beginning(string word, int longest) => word.Length <= longest ? word : word[..longest];

    // Without accents and in one case: "Müller" is found by "muller" (Unicode canonical decomposition, marks left out), "Sørensen" by "sorensen".
    private static string Folded(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.ToUpperInvariant(letter) is var upper && Undecomposed.TryGetValue(upper, out var plain) ? plain : upper.ToString()));
}
