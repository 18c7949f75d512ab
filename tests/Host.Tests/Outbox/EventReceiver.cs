using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Azure.Communication.CallAutomation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Host.Tests.Outbox;

/// <summary>The product's side: a callback address for calls and a webhook for reports, which keep what is posted in its order.</summary>
public sealed class EventReceiver : IAsyncDisposable
{
    /// <summary>Long enough for a slow machine; a test that waits this long has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Channel<CallAutomationEventBase?> _callEvents = Channel.CreateUnbounded<CallAutomationEventBase?>();
    private readonly Channel<JsonElement> _reports = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentQueue<int> _refusals = new();
    private WebApplication? _application;

    public Uri Callback { get; private set; } = new("http://127.0.0.1");

    public Uri Webhook { get; private set; } = new("http://127.0.0.1");

    /// <summary>The next posts are answered with this status and not kept.</summary>
    public void Refuse(int status, int posts)
    {
        for (var post = 0; post < posts; post++)
        {
            _refusals.Enqueue(status);
        }
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.MapPost("/calls", (Delegate)TakeCallEventsAsync);
        _application.MapPost("/reports", (Delegate)TakeReportsAsync);
        await _application.StartAsync();
        Callback = new Uri(_application.Urls.Single() + "/calls?key=1");
        Webhook = new Uri(_application.Urls.Single() + "/reports");
    }

    /// <summary>The next event of a call; it fails where another type comes.</summary>
    public async Task<T> NextAsync<T>()
        where T : CallAutomationEventBase =>
        Assert.IsType<T>(await _callEvents.Reader.ReadAsync().AsTask().WaitAsync(Patience));

    public async Task<JsonElement> NextReportAsync() => await _reports.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }

    private async Task<IResult> TakeCallEventsAsync(HttpContext context)
    {
        if (_refusals.TryDequeue(out var status))
        {
            return Results.StatusCode(status);
        }

        foreach (var callEvent in CallAutomationEventParser.ParseMany(await BinaryData.FromStreamAsync(context.Request.Body)))
        {
            _callEvents.Writer.TryWrite(callEvent);
        }

        return Results.Ok();
    }

    private async Task<IResult> TakeReportsAsync(HttpContext context)
    {
        if (_refusals.TryDequeue(out var status))
        {
            return Results.StatusCode(status);
        }

        Assert.Equal("Notification", context.Request.Headers["aeg-event-type"]);
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        foreach (var report in document.RootElement.EnumerateArray())
        {
            _reports.Writer.TryWrite(report.Clone());
        }

        return Results.Ok();
    }
}
