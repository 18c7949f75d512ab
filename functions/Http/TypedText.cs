namespace Collaborations.Http;

public sealed record FieldRequired(string Name) : InvalidInput("required", Name);

public sealed record FieldTooLong(string Name) : InvalidInput("too-long", Name);

/// <summary>A line of text that somebody typed into a form.</summary>
public static class TypedText
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
        var text = (typed ?? string.Empty).Trim();
        if (required && text.Length == 0)
        {
            wrong.Add(new FieldRequired(field));
        }
        else if (text.Length > longest)
        {
            wrong.Add(new FieldTooLong(field));
        }

        return text;
    }
}
