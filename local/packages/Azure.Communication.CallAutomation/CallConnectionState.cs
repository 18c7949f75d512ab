namespace Azure.Communication.CallAutomation;

/// <summary>Where a call stands. Compared without case; a word that a later service adds is kept as it is.</summary>
public readonly struct CallConnectionState : IEquatable<CallConnectionState>
{
    private readonly string? _value;

    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public CallConnectionState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static CallConnectionState Unknown { get; } = new("unknown");

    public static CallConnectionState Connecting { get; } = new("connecting");

    public static CallConnectionState Connected { get; } = new("connected");

    public static CallConnectionState Transferring { get; } = new("transferring");

    public static CallConnectionState TransferAccepted { get; } = new("transferAccepted");

    public static CallConnectionState Disconnecting { get; } = new("disconnecting");

    public static CallConnectionState Disconnected { get; } = new("disconnected");

    public static implicit operator CallConnectionState(string value) => new(value);

    public static bool operator ==(CallConnectionState left, CallConnectionState right) => left.Equals(right);

    public static bool operator !=(CallConnectionState left, CallConnectionState right) => !left.Equals(right);

    public bool Equals(CallConnectionState other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is CallConnectionState other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? string.Empty;
}
