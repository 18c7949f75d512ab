using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Reads rows from the service's JSON with minimal metadata, into dictionaries and into classes.</summary>
internal static class EntityReader
{
    /// <exception cref="MissingMethodException">The type has no public constructor without parameters.</exception>
    /// <exception cref="InvalidCastException">A value does not fit the member it is for.</exception>
    /// <exception cref="NotSupportedException">A value or a member has a type the service does not hold.</exception>
    public static T Read<T>(JsonElement row)
    {
        var entity = Activator.CreateInstance<T>()!;
        var values = Values(row);
        if (entity is IDictionary<string, object?> dictionary)
        {
            foreach (var (name, value) in values)
            {
                dictionary[name] = value;
            }

            return entity;
        }

        object target = entity;
        foreach (var column in EntityShape.Of(typeof(T)).Columns)
        {
            var name = column.Name == PropertyNames.ETagMember ? PropertyNames.ETag : column.Name;
            if (column.Set is not null && values.TryGetValue(name, out var value))
            {
                column.Set(target, MemberValue.From(value, column));
            }
        }

        return (T)target;
    }

    private static Dictionary<string, object?> Values(JsonElement row)
    {
        var types = row.EnumerateObject()
            .Where(property => property.Name.EndsWith(PropertyNames.TypeSuffix, StringComparison.Ordinal))
            .ToDictionary(property => property.Name[..^PropertyNames.TypeSuffix.Length], property => property.Value.GetString());
        var values = new Dictionary<string, object?>();
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name != PropertyNames.Metadata && !property.Name.EndsWith(PropertyNames.TypeSuffix, StringComparison.Ordinal))
            {
                // The one instant that comes without its type: every row has it.
                var type = property.Name == PropertyNames.Timestamp ? EdmTypes.DateTime : types.GetValueOrDefault(property.Name);
                values[property.Name] = Value(property.Value, type);
            }
        }

        return values;
    }

    private static object? Value(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True or JsonValueKind.False, null or EdmTypes.Boolean) => value.GetBoolean(),
        (JsonValueKind.Number, null or EdmTypes.Int32) when value.TryGetInt32(out var number) => number,
        (JsonValueKind.Number, null or EdmTypes.Double) => value.GetDouble(),
        (JsonValueKind.Number, EdmTypes.Int64) => value.GetInt64(),
        (JsonValueKind.String, null or EdmTypes.String) => value.GetString(),
        (JsonValueKind.String, EdmTypes.Int64) =>
            long.Parse(value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (JsonValueKind.String, EdmTypes.Double) => Double(value.GetString()!),
        (JsonValueKind.String, EdmTypes.Guid) => value.GetGuid(),
        (JsonValueKind.String, EdmTypes.Binary) => value.GetBytesFromBase64(),
        (JsonValueKind.String, EdmTypes.DateTime) =>
            DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new NotSupportedException($"A value of type {type ?? "unknown"} came as JSON {value.ValueKind}."),
    };

    private static double Double(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
