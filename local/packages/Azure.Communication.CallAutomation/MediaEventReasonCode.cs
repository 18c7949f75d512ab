using System.Globalization;

namespace Azure.Communication.CallAutomation;

/// <summary>Why playing ended: the sub code of the event's result, as documented for the play action ("How to customize voice prompts").</summary>
public readonly struct MediaEventReasonCode : IEquatable<MediaEventReasonCode>
{
    private readonly string? _value;

    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public MediaEventReasonCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static MediaEventReasonCode CompletedSuccessfully { get; } = new("0");

    public static MediaEventReasonCode PlayInvalidFileFormat { get; } = new("8535");

    public static MediaEventReasonCode PlayDownloadFailed { get; } = new("8536");

    public static MediaEventReasonCode CognitiveServicesError { get; } = new("8565");

    public static MediaEventReasonCode PlaySourceTextOrSsmlEmpty { get; } = new("8582");

    public static MediaEventReasonCode UnspecifiedError { get; } = new("9999");

    public static implicit operator MediaEventReasonCode(string value) => new(value);

    public static bool operator ==(MediaEventReasonCode left, MediaEventReasonCode right) => left.Equals(right);

    public static bool operator !=(MediaEventReasonCode left, MediaEventReasonCode right) => !left.Equals(right);

    public bool Equals(MediaEventReasonCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is MediaEventReasonCode other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <exception cref="FormatException">The code is no number.</exception>
    public int GetReasonCodeValue() => int.Parse(ToString(), CultureInfo.InvariantCulture);

    public override string ToString() => _value ?? string.Empty;
}
