using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Collaborations.Security;

/// <summary>
/// Secrets that are sent out and must be known again when a send is retried or a reminder repeats the link: derived from a key and a random
/// nonce of the record, never stored. Who has the tables without the key has none of them, and the same record always gives the same secret.
/// </summary>
public sealed class DerivedSecrets(KeyRing keys, RandomNumberGenerator random)
{
    /// <summary>128 bits (ASVS 5.0, 11.5.1).</summary>
    private const int LinkSecretBytes = 16;
    private const int IdBytes = 16;
    private const int NonceBytes = 16;
    private const int CodeRange = 1_000_000;


    /// <summary>Between the name of the key and the random bits.</summary>
    private const char AfterName = '.';

    private readonly RingKeys _linkKeys = keys.All("links");
    private readonly RingKeys _codeKeys = keys.All("codes");

    /// <summary>
    /// What a record keeps in place of the secret: 128 random bits, in hexadecimal, after the name of the key where that is not the first. So the
    /// secrets of a record follow from one key as long as it keeps its nonce.
    /// </summary>
    public string NewNonce()
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        random.GetBytes(nonce);
        var text = Convert.ToHexStringLower(nonce);
        return keys.Newest is { } name ? $"{name}{AfterName}{text}" : text;
    }

    /// <returns>False where the key was taken away that the nonce names: the record needs a new nonce before it has a link again.</returns>
    public bool HasLink(string nonce) => KeyOf(_linkKeys, nonce) is not null;

    /// <param name="purpose">invitation or reset: a link of one never opens the other.</param>
    /// <param name="id">The record that the link belongs to.</param>
    /// <param name="generation">Raised when a newer link replaces this one.</param>
    /// <param name="nonce">The record's.</param>
    /// <returns>43 characters of base64url: the id and the secret.</returns>
    /// <exception cref="InvalidOperationException">The key was taken away that the nonce names: the record needs a new nonce.</exception>
    public string LinkToken(string purpose, Guid id, int generation, string nonce)
    {
        Span<byte> token = stackalloc byte[IdBytes + LinkSecretBytes];
        id.TryWriteBytes(token, bigEndian: true, out _);
        var key = KeyOf(_linkKeys, nonce) ?? throw new InvalidOperationException("The key of a link was taken away.");
        LinkSecret(key, purpose, id, generation, nonce).CopyTo(token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>The id that a token names; null for a token that was cut or made up.</returns>
    public static Guid? IdOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + LinkSecretBytes];
        return TryDecode(token, bytes) ? new Guid(bytes[..IdBytes], bigEndian: true) : null;
    }

    /// <summary>Compares in constant time. Nothing is the token of a record whose key was taken away.</summary>
    public bool IsToken(string? token, string purpose, Guid id, int generation, string nonce)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + LinkSecretBytes];
        return TryDecode(token, bytes)
            && KeyOf(_linkKeys, nonce) is { } key
            && CryptographicOperations.FixedTimeEquals(bytes[IdBytes..], LinkSecret(key, purpose, id, generation, nonce));
    }

    /// <summary>
    /// Six decimal digits, leading zeros included (NIST SP 800-63B-4, 3.1.3.2). Of 64 bits the remainder by a million: no digit is likelier
    /// than another by more than 10^-13.
    /// </summary>
    /// <param name="challenge">The challenge's id.</param>
    /// <param name="sequence">Raised by a re-send, so that the code before it is another.</param>
    /// <param name="nonce">The record's.</param>
    /// <returns>Null where the key was taken away that the nonce names.</returns>
    public string? Code(Guid challenge, int sequence, string nonce)
    {
        if (KeyOf(_codeKeys, nonce) is not { } key)
        {
            return null;
        }

        var bytes = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{challenge:N}\n{sequence}\n{nonce}"));
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes) % CodeRange).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool TryDecode(string? token, Span<byte> bytes) =>
        token is { Length: 43 } && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == bytes.Length;

    private static byte[]? KeyOf(RingKeys keys, string nonce) => keys.Find(nonce.IndexOf(AfterName, StringComparison.Ordinal) is > 0 and var end ? nonce[..end] : null);

    private static ReadOnlySpan<byte> LinkSecret(byte[] key, string purpose, Guid id, int generation, string nonce) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\n{id:N}\n{generation}\n{nonce}")).AsSpan(0, LinkSecretBytes);
}
