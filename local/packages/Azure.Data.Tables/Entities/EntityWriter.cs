using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// Writes a row as the JSON the service takes: values that JSON cannot tell apart carry their EDM type beside them
/// ("Payload format for Table service operations", property types).
/// </summary>
internal static class EntityWriter
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <exception cref="ArgumentException">A double is infinite: the mirrored client cannot write it either.</exception>
    /// <exception cref="NotSupportedException">A value is of a type the service does not hold, or a DateTime is not UTC.</exception>
    public static RequestContent Write(ITableEntity entity)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (entity is IEnumerable<KeyValuePair<string, object?>> dictionary)
            {
                WriteDictionary(json, dictionary);
            }
            else
            {
                WriteMembers(json, entity);
            }

            json.WriteEndObject();
        }

        return RequestContent.Create(buffer.ToArray());
    }

    private static void WriteDictionary(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (name is PropertyNames.ETag or PropertyNames.Timestamp)
            {
                continue;
            }

            if (value is Enum)
            {
                throw new NotSupportedException($"Enum values are only supported in classes that implement ITableEntity; '{name}' is one.");
            }

            Write(json, name, value);
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, ITableEntity entity)
    {
        foreach (var column in EntityShape.Of(entity.GetType()).Columns)
        {
            if (column.Get is not null && column.Name is not (PropertyNames.ETagMember or PropertyNames.Timestamp))
            {
                Write(json, column.Name, column.Get(entity));
            }
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case Enum member:
                json.WriteString(name, member.ToString());
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, number.ToString(CultureInfo.InvariantCulture), EdmTypes.Int64);
                break;
            case double.NaN:
                WriteTyped(json, name, "NaN", EdmTypes.Double);
                break;
            case double number:
                json.WriteNumber(name, number);
                json.WriteString(name + PropertyNames.TypeSuffix, EdmTypes.Double);
                break;
            case Guid id:
                WriteTyped(json, name, id.ToString(), EdmTypes.Guid);
                break;
            case DateTimeOffset instant:
                WriteTyped(json, name, instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), EdmTypes.DateTime);
                break;
            case DateTime { Kind: DateTimeKind.Utc } instant:
                WriteTyped(json, name, instant.ToString(Instant, CultureInfo.InvariantCulture), EdmTypes.DateTime);
                break;
            case DateTime other:
                throw new NotSupportedException(
                    $"The DateTime in '{name}' is of kind {other.Kind}; the service keeps instants, so it must be UTC.");
            case byte[] bytes:
                WriteTyped(json, name, Convert.ToBase64String(bytes), EdmTypes.Binary);
                break;
            case BinaryData bytes:
                WriteTyped(json, name, Convert.ToBase64String(bytes.ToMemory().Span), EdmTypes.Binary);
                break;
            default:
                throw new NotSupportedException($"The service holds no values of type {value.GetType()}; '{name}' is one.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string value, string type)
    {
        json.WriteString(name, value);
        json.WriteString(name + PropertyNames.TypeSuffix, type);
    }
}
