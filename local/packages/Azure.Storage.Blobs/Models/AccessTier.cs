using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>
/// How fast and at what price a blob is kept ("Access tiers for blob data"; the P values are those of premium page blobs).
/// </summary>
public readonly struct AccessTier : IEquatable<AccessTier>
{
    private readonly string? _value;

    public AccessTier(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static AccessTier Archive { get; } = new(nameof(Archive));

    public static AccessTier Cold { get; } = new(nameof(Cold));

    public static AccessTier Cool { get; } = new(nameof(Cool));

    public static AccessTier Hot { get; } = new(nameof(Hot));

    public static AccessTier P10 { get; } = new(nameof(P10));

    public static AccessTier P15 { get; } = new(nameof(P15));

    public static AccessTier P20 { get; } = new(nameof(P20));

    public static AccessTier P30 { get; } = new(nameof(P30));

    public static AccessTier P4 { get; } = new(nameof(P4));

    public static AccessTier P40 { get; } = new(nameof(P40));

    public static AccessTier P50 { get; } = new(nameof(P50));

    public static AccessTier P6 { get; } = new(nameof(P6));

    public static AccessTier P60 { get; } = new(nameof(P60));

    public static AccessTier P70 { get; } = new(nameof(P70));

    public static AccessTier P80 { get; } = new(nameof(P80));

    public static AccessTier Premium { get; } = new(nameof(Premium));

    public static AccessTier Smart { get; } = new(nameof(Smart));

    public static implicit operator AccessTier(string value) => new(value);

    public static bool operator ==(AccessTier left, AccessTier right) => left.Equals(right);

    public static bool operator !=(AccessTier left, AccessTier right) => !left.Equals(right);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is AccessTier other && Equals(other);

    /// <summary>Without regard to case.</summary>
    public bool Equals(AccessTier other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
