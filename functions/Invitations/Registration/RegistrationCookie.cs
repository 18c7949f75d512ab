using System.Buffers.Text;
using System.Security.Cryptography;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Invitations.Registration;

/// <summary>
/// Ties the steps behind a link to the browser that answered the first of them (ASVS 5.0, 6.6.2): whoever else has the link begins with the
/// birth date again. The record keeps the keyed digest.
/// </summary>
public sealed class RegistrationCookie(KeyedDigests digests, RandomNumberGenerator random)
{
    public const string Name = "__Host-registration";
    private const int SecretBytes = 32;

    /// <returns>The digest of the cookie that the browser brings; null where it brings none.</returns>
    public string? DigestOf(HttpRequest request) =>
        request.Cookies[Name] is { Length: > 0 and < 100 } secret ? digests.Of(DigestPurpose.Browser, secret) : null;

    /// <summary>Gives the browser a new secret.</summary>
    /// <returns>Its digest.</returns>
    public string Set(HttpResponse response)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes];
        random.GetBytes(bytes);
        var secret = Base64Url.EncodeToString(bytes);
        response.Cookies.Append(
            Name, secret, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        return digests.Of(DigestPurpose.Browser, secret);
    }
}
