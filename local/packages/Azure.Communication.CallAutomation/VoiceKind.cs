namespace Azure.Communication.CallAutomation;

/// <summary>The kind of the voice that speaks, where no voice is named. Compared without case.</summary>
public readonly struct VoiceKind : IEquatable<VoiceKind>
{
    private readonly string? _value;

    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public VoiceKind(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static VoiceKind Male { get; } = new("male");

    public static VoiceKind Female { get; } = new("female");

    public static implicit operator VoiceKind(string value) => new(value);

    public static bool operator ==(VoiceKind left, VoiceKind right) => left.Equals(right);

    public static bool operator !=(VoiceKind left, VoiceKind right) => !left.Equals(right);

    public bool Equals(VoiceKind other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is VoiceKind other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
