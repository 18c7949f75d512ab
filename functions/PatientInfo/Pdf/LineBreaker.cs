using System.Globalization;
using System.Text;
using PdfSharp.Drawing;

namespace Collaborations.PatientInfo.Pdf;

/// <summary>Breaks texts into lines of a width: between words, and within a word that is wider than a line.</summary>
internal sealed class LineBreaker(XGraphics measure, Letters letters)
{
    /// <param name="text">May hold line breaks of its own.</param>
    /// <param name="font">Of the line.</param>
    /// <param name="width">Points.</param>
    /// <returns>At least one line.</returns>
    public List<string> Break(string text, XFont font, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in letters.Clean(text, font).Split('\n'))
        {
            var line = string.Empty;
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Parts(word, font, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && WidthOf(longer, font) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    public double WidthOf(string text, XFont font) => measure.MeasureString(text, font).Width;

    private IEnumerable<string> Parts(string word, XFont font, double width)
    {
        if (WidthOf(word, font) <= width)
        {
            yield return word;
            yield break;
        }

        // The widths of a word's signs add up to its own: there is no kerning.
        var (part, used) = (new StringBuilder(), 0.0);
        var signs = StringInfo.GetTextElementEnumerator(word);
        while (signs.MoveNext())
        {
            var sign = signs.GetTextElement();
            var more = WidthOf(sign, font);
            if (part.Length > 0 && used + more > width)
            {
                yield return part.ToString();
                (part, used) = (part.Clear(), 0);
            }

            part.Append(sign);
            used += more;
        }

        yield return part.ToString();
    }
}
