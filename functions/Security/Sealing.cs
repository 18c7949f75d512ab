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

    private readonly byte[] _key = keys.Derive("sealing");

    /// <param name="purpose">What it is: a constant, with the id of what it belongs to where it belongs to something.</param>
    /// <param name="content">Bounded by the caller.</param>
    /// <returns>base64url of nonce, tag and cipher text.</returns>
    public string Seal(string purpose, ReadOnlySpan<byte> content)
    {
        var @sealed = new byte[NonceBytes + TagBytes + content.Length];
        var nonce = @sealed.AsSpan(0, NonceBytes);
        random.GetBytes(nonce);
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(nonce, content, @sealed.AsSpan(NonceBytes + TagBytes), @sealed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return Base64Url.EncodeToString(@sealed);
    }

    /// <returns>False for what was not sealed here, was changed, or was sealed for something else.</returns>
    public bool TryOpen(string purpose, string? text, [NotNullWhen(true)] out byte[]? content)
    {
        content = null;
        if (text is null || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: >= NonceBytes + TagBytes } bytes)
        {
            return false;
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(_key, TagBytes);
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
