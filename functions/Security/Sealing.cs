using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Collaborations.Security;

/// <summary>
/// Encrypts what must be read again and must not stand open in a table or in a browser's cookie: AES-256-GCM (NIST SP 800-38D) with a random
/// nonce of 96 bits, under a key of its own. What was sealed for one purpose opens for no other.
/// </summary>
public sealed class Sealing(KeyRing keys, RandomNumberGenerator random)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Between the name of the key and the rest; no character of base64url.</summary>
    private const char AfterName = '.';

    private readonly RingKeys _keys = keys.All("sealing");

    /// <param name="purpose">What it is: a constant, with the id of what it belongs to where it belongs to something.</param>
    /// <param name="content">Bounded by the caller.</param>
    /// <returns>The name of the key, where it is not the first, and a full stop; then base64url of nonce, tag and cipher text.</returns>
    public string Seal(string purpose, ReadOnlySpan<byte> content)
    {
        var @sealed = new byte[NonceBytes + TagBytes + content.Length];
        var nonce = @sealed.AsSpan(0, NonceBytes);
        random.GetBytes(nonce);
        using var cipher = new AesGcm(_keys.Find(_keys.Newest)!, TagBytes);
        cipher.Encrypt(nonce, content, @sealed.AsSpan(NonceBytes + TagBytes), @sealed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        var text = Base64Url.EncodeToString(@sealed);
        return _keys.Newest is { } name ? $"{name}{AfterName}{text}" : text;
    }

    /// <returns>False for what was not sealed here, was changed, was sealed for something else, or with a key that was taken away.</returns>
    public bool TryOpen(string purpose, string? text, [NotNullWhen(true)] out byte[]? content)
    {
        content = null;
        var parts = text?.Split(AfterName) ?? [];
        if (parts.Length is not (1 or 2)
            || !Base64Url.IsValid(parts[^1])
            || Base64Url.DecodeFromChars(parts[^1]) is not { Length: >= NonceBytes + TagBytes } bytes
            || _keys.Find(parts.Length == 2 ? parts[0] : null) is not { } key)
        {
            return false;
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(
                bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(purpose));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        content = plain;
        return true;
    }
}
