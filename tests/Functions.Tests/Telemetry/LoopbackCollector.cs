using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Collaborations.Tests.Telemetry;

/// <summary>Takes OTLP over HTTP on a port of this machine, and keeps what came as it came: texts stand in it as they are.</summary>
internal sealed class LoopbackCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();
    private readonly WebApplication _server;

    private LoopbackCollector(WebApplication server) => _server = server;

    public string Address => _server.Urls.Single();

    /// <summary>The addresses that something was sent to.</summary>
    public IReadOnlyList<string> Paths => [.. _received.Select(one => one.Path).Distinct().Order(StringComparer.Ordinal)];

    public static async Task<LoopbackCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new LoopbackCollector(builder.Build());
        collector._server.MapPost("/{**path}", collector.TakeAsync);
        await collector._server.StartAsync();
        return collector;
    }

    /// <summary>All that came to an address.</summary>
    public string Received(string path) => string.Concat(_received.Where(one => one.Path == path).Select(one => one.Body));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _received.Enqueue((http.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
    }
}
