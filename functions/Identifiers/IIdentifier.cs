using System.Globalization;
using System.Text.Json.Serialization;

namespace Collaborations.Identifiers;

/// <summary>An id of one kind of thing: 128 bits, written everywhere (keys, addresses, JSON, logs) as 32 lower-case hexadecimal digits.</summary>
/// <typeparam name="TSelf">The kind itself, so that two kinds never take each other's place.</typeparam>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Reading and writing ids of any kind.</summary>
public static class Identifier
{
    /// <summary>The written form: 32 lower-case hexadecimal digits.</summary>
    public static string Text<TId>(TId id)
        where TId : struct, IIdentifier<TId> => id.Value.ToString("N", CultureInfo.InvariantCulture);

    /// <returns>The id, or null where the text is not 32 hexadecimal digits.</returns>
    public static TId? TryParse<TId>(string? text)
        where TId : struct, IIdentifier<TId> => Guid.TryParseExact(text, "N", out var value) ? TId.From(value) : null;

    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static TId Parse<TId>(string text)
        where TId : struct, IIdentifier<TId> => TId.From(Guid.ParseExact(text, "N"));
}
