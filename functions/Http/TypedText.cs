using System.Text.RegularExpressions;

namespace Collaborations.Http;

public sealed record FieldRequired(string Name) : InvalidInput("required", Name);

public sealed record FieldTooLong(string Name) : InvalidInput("too-long", Name);

/// <summary>
/// Text that somebody typed into a form, or that came from a file. A name is one line, whatever stands in it: it goes into subjects of emails and
/// into files, where a line break would begin something else.
/// </summary>
public static partial class TypedText
{
    public const int LongestName = 100;

    /// <param name="typed">As it came.</param>
    /// <param name="field">The field's name in the body.</param>
    /// <param name="longest">UTF-16 units.</param>
    /// <param name="required">Whether it may be empty.</param>
    /// <param name="wrong">Gets what is wrong with it.</param>
    /// <returns>Without the spaces around it.</returns>
    public static string Read(string? typed, string field, int longest, bool required, IList<InvalidInput> wrong)
    {
        var text = Controls().Replace(typed ?? string.Empty, " ").Trim();
        Check(text, field, longest, required, wrong);
        return text;
    }

    /// <summary>The same for text of several lines.</summary>
    public static string ReadLines(string? typed, string field, int longest, bool required, IList<InvalidInput> wrong)
    {
        var text = (typed ?? string.Empty).ReplaceLineEndings("\n").Trim();
        Check(text, field, longest, required, wrong);
        return text;
    }

    /// <returns>On one line.</returns>
    public static string OneLine(string text) => Controls().Replace(text, " ");

    private static void Check(string text, string field, int longest, bool required, IList<InvalidInput> wrong)
    {
        if (required && text.Length == 0)
        {
            wrong.Add(new FieldRequired(field));
        }
        else if (text.Length > longest)
        {
            wrong.Add(new FieldTooLong(field));
        }
    }

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Controls();
}
