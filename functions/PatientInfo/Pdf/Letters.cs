using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Collaborations.PatientInfo.Pdf;

/// <summary>Makes texts of what the fonts can show, and remembers what they cannot.</summary>
internal sealed class Letters
{
    private const char Missing = '\u25A1';

    private readonly SortedSet<int> _missing = [];

    /// <summary>Unicode numbers.</summary>
    public IReadOnlyCollection<int> NotShown => _missing;

    /// <returns>
    /// The text with letters and their marks as one sign where there is one, without anything that turns or hides what stands beside it, and with a
    /// square for each letter that the font lacks.
    /// </returns>
    public string Clean(string text, XFont font)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control when rune.Value != '\n' => " ",
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format => string.Empty,
                _ => rune.ToString(),
            });
        }

        var composed = clean.ToString().Normalize(NormalizationForm.FormC);
        clean.Clear();
        foreach (var rune in composed.EnumerateRunes())
        {
            if (rune.Value == '\n' || GlyphHelper.GlyphIndexFromCodePoint(rune.Value, font) != 0)
            {
                clean.Append(rune);
            }
            else
            {
                _missing.Add(rune.Value);
                clean.Append(Missing);
            }
        }

        return clean.ToString();
    }
}
