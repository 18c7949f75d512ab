using System.Collections;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables;

/// <summary>
/// A row as a dictionary. Values are string, bool, int, long, double, Guid, DateTimeOffset, DateTime (UTC), byte[] or BinaryData;
/// what the service returns comes back as the first of each kind that fits: instants as DateTimeOffset, binary as byte[].
/// </summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
{
    private readonly Dictionary<string, object?> _properties;

    public TableEntity()
        : this(null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this(null)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

#nullable disable annotations // dictionaries with and without null values are both welcome
    /// <param name="values">Copied; null means none.</param>
    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);
#nullable restore annotations

    public string PartitionKey
    {
        get => GetString(PropertyNames.PartitionKey)!;
        set => this[PropertyNames.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(PropertyNames.RowKey)!;
        set => this[PropertyNames.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyNames.Timestamp);
        set => this[PropertyNames.Timestamp] = value;
    }

    public ETag ETag
    {
        get => GetString(PropertyNames.ETag) is { } text ? new ETag(text) : default;
        set => this[PropertyNames.ETag] = value.ToString();
    }

    public int Count => _properties.Count;

    public ICollection<string> Keys => _properties.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>
    /// Null for a property that is not there. An int that replaces a long or a double takes the type that was there,
    /// so that a literal in code does not change the type of a stored property.
    /// </summary>
    public object? this[string key]
    {
        get => _properties.TryGetValue(key, out var value) ? value : null;
        set => _properties[key] = (value, this[key]) switch
        {
            (int number, long) => (long)number,
            (int number, double) => (double)number,
            _ => value,
        };
    }

    /// <exception cref="InvalidOperationException">The property holds another type; so for every typed getter.</exception>
    public string? GetString(string key) => Get<string>(key);

    public byte[]? GetBinary(string key) => Get<byte[]>(key);

    public BinaryData? GetBinaryData(string key) => this[key] is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    public bool? GetBoolean(string key) => Get<bool?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public DateTime? GetDateTime(string key) => this[key] is DateTimeOffset instant ? instant.UtcDateTime : Get<DateTime?>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        this[key] is DateTime instant ? new DateTimeOffset(instant) : Get<DateTimeOffset?>(key);

    /// <summary>Adds or replaces.</summary>
    public void Add(string key, object? value) => this[key] = value;

    public void Clear() => _properties.Clear();

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object? value) => _properties.TryGetValue(key, out value);

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => _properties.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private T? Get<T>(string key) => this[key] switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"The property '{key}' holds a {other.GetType()}, not a {typeof(T)}."),
    };
}
