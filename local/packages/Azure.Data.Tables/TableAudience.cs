using System.ComponentModel;

namespace Azure.Data.Tables;

/// <summary>The cloud whose storage a token is asked for.</summary>
public readonly struct TableAudience : IEquatable<TableAudience>
{
    private readonly string _value;

    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TableAudience(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static TableAudience AzureChina { get; } = new("AzureChina");

    public static TableAudience AzureGovernment { get; } = new("AzureGov");

    public static TableAudience AzurePublicCloud { get; } = new("AzurePublic");

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public static implicit operator TableAudience(string value) => new(value);

    public bool Equals(TableAudience other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is TableAudience other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? string.Empty);

    public override string ToString() => _value;

    /// <summary>The resource of each cloud's storage; any other value is itself taken for the resource.</summary>
    internal string Scope => ToString() switch
    {
        null or "AzurePublic" => "https://storage.azure.com/.default",
        "AzureChina" => "https://storage.azure.cn/.default",
        "AzureGov" => "https://storage.azure.us/.default",
        var resource => resource.EndsWith('/') ? $"{resource}.default" : $"{resource}/.default",
    };
}
