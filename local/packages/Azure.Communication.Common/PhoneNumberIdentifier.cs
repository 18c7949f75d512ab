namespace Azure.Communication;

/// <summary>A telephone number.</summary>
public class PhoneNumberIdentifier : CommunicationIdentifier
{
    private const string Prefix = "4:";
    private const string Anonymous = "anonymous";

    private readonly string? _rawId;

    /// <param name="phoneNumber">In E.164 form, such as <c>+14255550123</c>.</param>
    /// <param name="rawId">The canonical id where the service gave one; by default <c>4:</c> and the number.</param>
    /// <exception cref="ArgumentException">The number is empty; <see cref="ArgumentNullException"/> where it is null.</exception>
    public PhoneNumberIdentifier(string phoneNumber, string? rawId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(phoneNumber);
        PhoneNumber = phoneNumber;
        _rawId = rawId;
    }

    public string PhoneNumber { get; }

    public override string RawId => _rawId ?? Prefix + PhoneNumber;

    /// <summary>True for a caller who withheld the number.</summary>
    public bool IsAnonymous => RawId == Prefix + Anonymous;

    /// <summary>What tells two connections of one number in one call apart: the part of the raw id after its last underscore; null where there is none.</summary>
    public string? AssertedId
    {
        get
        {
            var number = RawId.StartsWith(Prefix, StringComparison.Ordinal) ? RawId[Prefix.Length..] : RawId;
            var underscore = number.LastIndexOf('_');
            return underscore >= 0 && underscore < number.Length - 1 ? number[(underscore + 1)..] : null;
        }
    }

    public override bool Equals(CommunicationIdentifier? other) => other is PhoneNumberIdentifier phone && phone.RawId == RawId;

    public override bool Equals(object? obj) => obj is CommunicationIdentifier other && Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => PhoneNumber;
}
