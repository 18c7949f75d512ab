using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Collaborations.Contacts.Csv;

/// <param name="Line">Of the file, where the row begins; the first is 1.</param>
/// <param name="Fields">Empty where it is malformed.</param>
/// <param name="IsMalformed">A quotation mark in it has no other, or stands where none may.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields, bool IsMalformed);

/// <summary>
/// Rows by RFC 4180. A quotation mark that is never closed would swallow the rest of the file: a malformed row ends with its line, and the next
/// line begins another.
/// </summary>
public static class CsvRows
{
    /// <summary>Characters; no field of a contact is nearly as long.</summary>
    private const int LongestField = 4096;

    /// <param name="text">The file without its byte order mark.</param>
    public static IEnumerable<CsvRow> Read(string text)
    {
        var delimiter = DelimiterOf(text);
        for (var (position, line) = (0, 1); position < text.Length;)
        {
            var isBad = false;
            using var parser = new CsvParser(new StringReader(text[position..]), Configuration(delimiter, () => isBad = true));
            while (Reads(parser))
            {
                // Only a field that is read tells of a quotation mark in it.
                var (raw, fields) = (parser.RawRecord, parser.Record!);
                if (isBad || raw.Count(letter => letter == '"') % 2 != 0)
                {
                    isBad = true;
                    break;
                }

                if (raw.Trim().Length > 0)
                {
                    yield return new CsvRow(line, fields, IsMalformed: false);
                }

                position += raw.Length;
                line += LinesOf(raw);
            }

            if (position < text.Length)
            {
                yield return new CsvRow(line, [], IsMalformed: true);
                position = EndOfLine(text, position);
                line++;
            }
        }
    }

    private static CsvConfiguration Configuration(string delimiter, Action onBadData) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        Mode = CsvMode.RFC4180,
        IgnoreBlankLines = false,
        MaxFieldSize = LongestField,
        BadDataFound = _ => onBadData(),
    };

    private static bool Reads(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            return false;
        }
    }

    // Where the decimal mark is a comma, spreadsheets separate by semicolons. The first line has the names of the columns, which have neither.
    private static string DelimiterOf(string text)
    {
        var first = text[..EndOfLine(text, 0)];
        return first.Count(letter => letter == ';') > first.Count(letter => letter == ',') ? ";" : ",";
    }

    private static int EndOfLine(string text, int from)
    {
        var end = text.IndexOfAny(['\r', '\n'], from);
        return end < 0 ? text.Length : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private static int LinesOf(string raw)
    {
        var lines = 0;
        for (var position = 0; position < raw.Length; lines++)
        {
            position = EndOfLine(raw, position);
        }

        return lines;
    }
}
