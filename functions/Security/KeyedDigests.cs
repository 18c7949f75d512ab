using System.Security.Cryptography;
using System.Text;

namespace Collaborations.Security;

/// <summary>
/// Keyed digests (HMAC-SHA-256) of what must be found or compared and must not stand in a key, an event or a log: who has the tables alone
/// cannot try all telephone numbers or a list of emails against them. 32 lower-case hexadecimal digits (128 bits), legal in a table key.
/// </summary>
public sealed class KeyedDigests(KeyRing keys)
{
    private const int DigestBytes = 16;

    private readonly byte[] _key = keys.Derive("digests");

    /// <param name="purpose">What is digested; digests of two purposes are never equal.</param>
    /// <param name="value">Normalised by the caller.</param>
    public string Of(DigestPurpose purpose, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{value}")).AsSpan(0, DigestBytes));

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public static bool Same(string? left, string? right) =>
        left is not null && right is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}

/// <summary>Never renamed: the name is part of what is digested.</summary>
public enum DigestPurpose
{
    Email,
    Phone,
    PhonePrefix,
    Session,
    Browser,
    SourceAddress,
    SearchTerm,
    ProviderMessage,
    Hook,
    Throttle,
    PatientIdentity,
    RecordIdentity,
    DocumentContent,
    ContactCode,
    Device,
}
