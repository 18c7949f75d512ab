namespace Azure.Communication;

/// <summary>An identifier of a kind that this version has no type for; it keeps the raw id, so it can be passed on.</summary>
public class UnknownIdentifier : CommunicationIdentifier
{
    /// <exception cref="ArgumentException">The id is empty; <see cref="ArgumentNullException"/> where it is null.</exception>
    public UnknownIdentifier(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    public string Id { get; }

    public override string RawId => Id;

    public override bool Equals(CommunicationIdentifier? other) => other is UnknownIdentifier unknown && unknown.RawId == RawId;

    public override bool Equals(object? obj) => obj is CommunicationIdentifier other && Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => Id;
}
