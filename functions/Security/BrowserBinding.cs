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

    /// <summary>Gives the browser a new secret.</summary>
    /// <returns>Its digest.</returns>
    public string Set(HttpResponse response, string name)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes];
        random.GetBytes(bytes);
        var secret = Base64Url.EncodeToString(bytes);
        response.Cookies.Append(name, secret, HostCookie.Options());
        return digests.Of(DigestPurpose.Browser, secret);
    }
}
