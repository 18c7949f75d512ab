using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Local.Host.Http;

/// <summary>
/// What the server's span of a request says of the function that answers it: the route, never the address, which can hold what is nobody's business.
/// Names as OpenTelemetry's conventions for HTTP and functions have them.
/// </summary>
internal static class RequestSpan
{
    /// <param name="function">Its name.</param>
    /// <param name="route">Its template, prefix included.</param>
    /// <param name="http">The request.</param>
    /// <returns>Null where nobody listens.</returns>
    public static Activity? Begin(string function, string route, HttpContext http)
    {
        if (Activity.Current is not { IsAllDataRequested: true } span)
        {
            return null;
        }

        span.DisplayName = $"{http.Request.Method} /{route}";
        return span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", $"/{route}").SetTag("faas.name", function);
    }

    public static void End(Activity? span, HttpContext http)
    {
        span?.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }
}
