namespace Collaborations.Contacts.Csv;

/// <summary>
/// What a spreadsheet would take for a formula is written with an apostrophe before it, and read without (OWASP, "CSV Injection"). A text that
/// has such an apostrophe of its own gets one more, so that what is read is what was written.
/// </summary>
public static class CsvText
{
    private const char Guard = '\'';

    /// <summary>With their full-width forms, which a spreadsheet set to Japanese or Chinese takes for the same.</summary>
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    public static string Guarded(string text) => IsFormula(text) ? Guard + text : text;

    public static string Unguarded(string text) => text.StartsWith(Guard) && IsFormula(text) ? text[1..] : text;

    private static bool IsFormula(string text) => text.TrimStart(Guard) is { Length: > 0 } rest && Beginnings.Contains(rest[0], StringComparison.Ordinal);
}
