using Microsoft.AspNetCore.Http;

namespace Collaborations.Http;

/// <summary>
/// The headers of every answer of the API. Static Web Apps adds its own to pages only, so functions bring theirs
/// (OWASP HTTP Headers Cheat Sheet; ASVS 5.0, 3.4).
/// </summary>
internal static class ResponseHeaders
{
    // Two years, as hstspreload.org asks.
    private const string StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";

    // An answer is no page; should a browser make one of it, it can do nothing with the device. The features are those that the pages' own policy names.
    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), display-capture=(), encrypted-media=(), "
        + "fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    public static void Add(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers.StrictTransportSecurity = StrictTransportSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
