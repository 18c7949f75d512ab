using System.ComponentModel;

namespace Azure.Storage;

/// <summary>How a long transfer is cut into requests. What is null is chosen by the client.</summary>
public struct StorageTransferOptions : IEquatable<StorageTransferOptions>
{
    /// <summary>The longest single request of a transfer that takes several, in bytes. Null or 0: the client's choice.</summary>
    public long? MaximumTransferSize { get; set; }

    /// <summary>How many requests may be under way at once. Null or 0: the client's choice.</summary>
    public int? MaximumConcurrency { get; set; }

    /// <summary>The size up to which a transfer is one request, in bytes. Null or 0: the client's choice.</summary>
    public long? InitialTransferSize { get; set; }

    /// <inheritdoc cref="MaximumTransferSize"/>
    /// <exception cref="OverflowException">The size does not fit an <see cref="int"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int? MaximumTransferLength
    {
        get => MaximumTransferSize is { } size ? checked((int)size) : null;
        set => MaximumTransferSize = value;
    }

    /// <inheritdoc cref="InitialTransferSize"/>
    /// <exception cref="OverflowException">The size does not fit an <see cref="int"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int? InitialTransferLength
    {
        get => InitialTransferSize is { } size ? checked((int)size) : null;
        set => InitialTransferSize = value;
    }

    public static bool operator ==(StorageTransferOptions left, StorageTransferOptions right) => left.Equals(right);

    public static bool operator !=(StorageTransferOptions left, StorageTransferOptions right) => !left.Equals(right);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is StorageTransferOptions other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Equals(StorageTransferOptions obj) =>
        MaximumTransferSize == obj.MaximumTransferSize
        && MaximumConcurrency == obj.MaximumConcurrency
        && InitialTransferSize == obj.InitialTransferSize;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => HashCode.Combine(MaximumTransferSize, MaximumConcurrency, InitialTransferSize);
}
