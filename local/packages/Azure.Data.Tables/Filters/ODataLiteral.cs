using System.Globalization;
using System.Xml;

namespace Azure.Data.Tables.Filters;

/// <summary>Constants in the service's filter language ("Querying tables and entities", filtering on each kind of property).</summary>
internal static class ODataLiteral
{
    /// <summary>Null for a type that has no literal.</summary>
    public static string? From(object? value) => value switch
    {
        null => "null",
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        int or byte or sbyte or short or ushort or uint => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        long or ulong => $"{((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)}L",
        double number => Fractional(XmlConvert.ToString(number)),
        float number => Fractional(XmlConvert.ToString(number)),
        Guid id => $"guid'{id}'",
        DateTimeOffset instant => Instant(instant.UtcDateTime),
        DateTime instant => Instant(instant),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes.ToMemory().Span)}'",
        _ => null,
    };

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Instant(DateTime instant) =>
        $"datetime'{XmlConvert.ToString(instant, XmlDateTimeSerializationMode.RoundtripKind)}'";

    // Without a point or an exponent the service would read an int; INF and NaN are words of their own.
    private static string Fractional(string number) => number.AsSpan().ContainsAny(".EN") ? number : $"{number}.0";
}
