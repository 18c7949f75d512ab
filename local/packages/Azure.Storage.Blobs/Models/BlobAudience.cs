using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>For whom a token is asked: the service as a whole, or one account.</summary>
public readonly struct BlobAudience : IEquatable<BlobAudience>
{
    private const string AnyAccount = "https://storage.azure.com";

    private readonly string? _value;

    public BlobAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    public static BlobAudience DefaultAudience { get; } = new(AnyAccount);

    internal string Scope => $"{ToString().TrimEnd('/')}/.default";

    public static implicit operator BlobAudience(string value) => new(value);

    public static bool operator ==(BlobAudience left, BlobAudience right) => left.Equals(right);

    public static bool operator !=(BlobAudience left, BlobAudience right) => !left.Equals(right);

    public static BlobAudience CreateBlobServiceAccountAudience(string storageAccountName) =>
        new($"https://{storageAccountName}.blob.core.windows.net");

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is BlobAudience other && Equals(other);

    public bool Equals(BlobAudience other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    public override string ToString() => _value ?? AnyAccount;
}
