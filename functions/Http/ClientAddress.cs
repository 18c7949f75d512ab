using System.Net;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Http;

/// <summary>The network address a request comes from. The app stands behind one proxy, which appends the address it saw; what stands before it, the client may have made up.</summary>
public static class ClientAddress
{
    /// <returns>The address without its port; null where there is none, as in a test.</returns>
    public static string? Of(HttpRequest request)
    {
        var last = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (last.Length == 0)
        {
            return request.HttpContext.Connection.RemoteIpAddress?.ToString();
        }

        return IPEndPoint.TryParse(last, out var point) ? point.Address.ToString() : null;
    }
}
