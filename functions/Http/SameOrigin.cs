using Microsoft.AspNetCore.Http;

namespace Collaborations.Http;

/// <summary>
/// No write from another site (OWASP Cross-Site Request Forgery Prevention Cheat Sheet, "Fetch Metadata headers"): browsers say where an
/// unsafe request comes from, by Sec-Fetch-Site or, older ones, by Origin. What says neither is no browser, and brings nobody's cookie along.
/// </summary>
internal static class SameOrigin
{
    public static bool Allows(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        // "none": the person typed the address or opened a bookmark, which no other site can cause with a method that writes.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || IsOwn(origin, request);
    }

    // Behind Static Web Apps the request arrives under another host name, so the name the browser asked for is the forwarded one.
    private static bool IsOwn(string origin, HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-Host"].ToString();
        var host = forwarded.Length > 0 ? forwarded : request.Host.Value;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, host, StringComparison.OrdinalIgnoreCase);
    }
}
