using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Filters;

/// <summary>Filters from interpolated text: each value becomes a literal of its type, so none can change the filter's meaning.</summary>
internal static class FormattedFilter
{
    /// <exception cref="ArgumentException">A value is of a type that has no literal.</exception>
    public static string? Create(FormattableString? filter)
    {
        if (filter is null)
        {
            return null;
        }

        object[] literals = [.. filter.GetArguments().Select(Literal)];
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Literal(object? value, int position) => value switch
    {
        double or float or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateTime instant => ODataLiteral.Instant(instant.ToUniversalTime()),
        char letter => ODataLiteral.Quoted(letter.ToString()),
        StringBuilder text => ODataLiteral.Quoted(text.ToString()),
        _ => ODataLiteral.From(value)
            ?? throw new ArgumentException($"Argument {position} is a {value!.GetType()}, which has no literal in a filter."),
    };
}
