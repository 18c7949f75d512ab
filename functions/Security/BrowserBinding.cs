using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Security;

/// <summary>
/// Ties the steps behind a link to the browser that took the first of them (ASVS 5.0, 6.6.2): whoever else has the link begins anew. The
/// browser keeps a random secret in a cookie, the record its keyed digest.
/// </summary>
public sealed class BrowserBinding(KeyedDigests digests, RandomNumberGenerator random)
{
    private const int SecretBytes = 32;

    /// <returns>The digest of the cookie that the browser brings; null where it brings none.</returns>
    public string? DigestOf(HttpRequest request, string name) =>
        request.Cookies[name] is { Length: > 0 and < 100 } secret ? digests.Of(DigestPurpose.Browser, secret) : null;

    /// <summary>
    /// Gives the browser a secret where it brings none. A page is opened before its first step is taken, so that a button pressed twice binds
    /// one browser once, whichever answer arrives last, and two links that are open beside each other do not take it from one another.
    /// </summary>
    /// <returns>Its digest.</returns>
    public string Ensure(HttpContext context, string name)
    {
        if (DigestOf(context.Request, name) is { } known)
        {
            return known;
        }

        Span<byte> bytes = stackalloc byte[SecretBytes];
        random.GetBytes(bytes);
        var secret = Base64Url.EncodeToString(bytes);
        context.Response.Cookies.Append(name, secret, HostCookie.Options());
        return digests.Of(DigestPurpose.Browser, secret);
    }
}
