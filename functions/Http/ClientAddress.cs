using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Collaborations.Http;

/// <summary>How requests come to the app.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>
    /// Proxies in front of the app that append the address they saw to <c>X-Forwarded-For</c>: none on one machine. What stands before those
    /// entries, the client may have made up.
    /// </summary>
    public int Trusted { get; set; }
}

/// <summary>The network address that a request comes from, as far as nobody can make it up.</summary>
public sealed class ClientAddress(IOptions<ProxyOptions> options)
{
    /// <summary>Bytes of an IPv6 address that name the network of one home or clinic (RFC 6177): its devices count as one source.</summary>
    private const int NetworkBytes = 8;

    /// <returns>The address without its port, of IPv6 the network; empty where there is none, as in a test.</returns>
    public string Of(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var trusted = options.Value.Trusted;
        var address = trusted == 0 || forwarded.Length < trusted
            ? request.HttpContext.Connection.RemoteIpAddress
            : IPEndPoint.TryParse(forwarded[^trusted], out var point) ? point.Address : null;
        return address is null ? string.Empty : NetworkOf(address).ToString();
    }

    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
