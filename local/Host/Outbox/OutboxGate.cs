using System.Net;
using Microsoft.AspNetCore.Http;

namespace Local.Host.Outbox;

/// <summary>
/// Lets in only who sits at this machine, because the outbox shows codes and links that belong to others. Three doors must be open:
/// the connection comes from a loopback address (or from no network at all, as in-memory servers do); it was not passed on by a proxy,
/// whose own address would hide the caller's; and it asks for a loopback host, so that a page of another site whose name was pointed
/// at 127.0.0.1 ("DNS rebinding") reads nothing. Everyone else finds nothing here.
/// </summary>
internal sealed class OutboxGate : IEndpointFilter
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLocal(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(Results.NotFound());

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } address || IsLoopback(address)
            ? !ProxyHeaders.Any(context.Request.Headers.ContainsKey) && IsLoopbackHost(context.Request.Host.Host)
            : false;

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
