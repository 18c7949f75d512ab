namespace Azure.Communication;

/// <summary>Whom a call or message concerns: a phone number, a user of the service, or something this version does not know.</summary>
public abstract class CommunicationIdentifier : IEquatable<CommunicationIdentifier>
{
    /// <summary>The canonical string of the identifier; two identifiers of one type are equal when these are.</summary>
    public virtual string RawId => string.Empty;

    public static bool operator ==(CommunicationIdentifier? left, CommunicationIdentifier? right) => Equals(left, right);

    public static bool operator !=(CommunicationIdentifier? left, CommunicationIdentifier? right) => !Equals(left, right);

    public abstract bool Equals(CommunicationIdentifier? other);

    public override bool Equals(object? obj) => obj is CommunicationIdentifier other && Equals(other);

    public override int GetHashCode() => RawId.GetHashCode(StringComparison.Ordinal);
}
