using System.Buffers.Text;
using System.Security.Cryptography;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Accounts.Sessions;

/// <summary>
/// By what a browser is known again at the next sign-in: a random secret that stays when a session ends, and signs nobody in. Its digest is
/// another one for each account.
/// </summary>
public static class DeviceCookie
{
    public const string Name = "__Host-device";
    private const int SecretBytes = 16;
    private const int SecretLength = 22;

    /// <summary>The longest that browsers keep a cookie (RFC 6265bis, section 5.5).</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <returns>The secret; a new one where the browser has none.</returns>
    public static string Take(HttpRequest request, RandomNumberGenerator random)
    {
        if (request.Cookies[Name] is { Length: SecretLength } kept && Base64Url.IsValid(kept))
        {
            return Set(request, kept);
        }

        var secret = new byte[SecretBytes];
        random.GetBytes(secret);
        return Set(request, Base64Url.EncodeToString(secret));
    }

    private static string Set(HttpRequest request, string secret)
    {
        var options = HostCookie.Options();
        options.MaxAge = Lifetime;
        request.HttpContext.Response.Cookies.Append(Name, secret, options);
        return secret;
    }
}
