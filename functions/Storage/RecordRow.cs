using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace Collaborations.Storage;

/// <summary>
/// A record as a row: its keys, and the record as JSON, so that it is read and replaced whole under one version. JSON longer than a property
/// takes goes on in the next one.
/// </summary>
public static class RecordRow
{
    private const string Column = "Record";

    /// <summary>Characters; the service takes 64 KiB of UTF-16 a property.</summary>
    private const int ColumnLength = 32 * 1024;

    /// <summary>The longest message, every character of it escaped, needs four.</summary>
    private const int MostColumns = 8;

    // Written to a table and never into a page, so nothing needs the escaping that a page would.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="partition">The partition key: ids and digests only.</param>
    /// <param name="row">The row key: likewise.</param>
    /// <param name="record">At most 262,144 characters of JSON.</param>
    public static TableEntity Of<T>(string partition, string row, T record)
    {
        var text = JsonSerializer.Serialize(record, Format);
        if (text.Length > ColumnLength * MostColumns)
        {
            throw new InvalidOperationException($"A {typeof(T).Name} of {text.Length} characters does not fit its row.");
        }

        var entity = new TableEntity(partition, row);
        for (var column = 0; column * ColumnLength < text.Length; column++)
        {
            entity[NameOf(column)] = text.Substring(column * ColumnLength, Math.Min(ColumnLength, text.Length - (column * ColumnLength)));
        }

        return entity;
    }

    /// <exception cref="InvalidOperationException">The row holds no such record.</exception>
    public static Versioned<T> Read<T>(TableEntity row)
    {
        var text = new StringBuilder();
        for (var column = 0; row.GetString(NameOf(column)) is { } part; column++)
        {
            text.Append(part);
        }

        var record = text.Length == 0 ? default : JsonSerializer.Deserialize<T>(text.ToString(), Format);
        return record is null ? throw new InvalidOperationException($"A row holds no {typeof(T).Name}.") : new Versioned<T>(record, row.ETag);
    }

    /// <summary>Whether two rows hold the same record.</summary>
    public static bool Same(TableEntity left, TableEntity right)
    {
        for (var column = 0; ; column++)
        {
            var (mine, other) = (left.GetString(NameOf(column)), right.GetString(NameOf(column)));
            if (mine != other)
            {
                return false;
            }

            if (mine is null)
            {
                return true;
            }
        }
    }

    /// <summary>Characters that a record would be as JSON, also where that is too long for a row.</summary>
    public static int SizeOf<T>(T record) => JsonSerializer.Serialize(record, Format).Length;

    /// <summary>Characters of the record's JSON.</summary>
    public static int LengthOf(TableEntity row)
    {
        var length = 0;
        for (var column = 0; row.GetString(NameOf(column)) is { } part; column++)
        {
            length += part.Length;
        }

        return length;
    }

    private static string NameOf(int column) => column == 0 ? Column : string.Create(CultureInfo.InvariantCulture, $"{Column}{column}");
}
