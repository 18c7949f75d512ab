using Microsoft.AspNetCore.Http;

namespace Collaborations.Security;

/// <summary>
/// How every cookie is kept. With the <c>__Host-</c> prefix of its name the browser refuses it from another host, over plain HTTP or for a
/// part of the site (RFC 6265bis, 4.1.3.2).
/// </summary>
public static class HostCookie
{
    public static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
