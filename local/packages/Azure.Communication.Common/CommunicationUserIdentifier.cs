namespace Azure.Communication;

/// <summary>A user of the communication resource.</summary>
public class CommunicationUserIdentifier : CommunicationIdentifier
{
    /// <exception cref="ArgumentException">The id is empty; <see cref="ArgumentNullException"/> where it is null.</exception>
    public CommunicationUserIdentifier(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    public string Id { get; }

    public override string RawId => Id;

    public override bool Equals(CommunicationIdentifier? other) => other is CommunicationUserIdentifier user && user.RawId == RawId;

    public override bool Equals(object? obj) => obj is CommunicationIdentifier other && Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => Id;
}
