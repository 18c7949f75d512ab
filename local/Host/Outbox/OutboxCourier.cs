using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Host.Outbox;

/// <summary>
/// Posts events in the order they happened, calls and reports apart, so that a report nobody takes holds up no call.
/// What is not taken is tried again, four times in all, and then dropped with an error in the log; so a receiver may get an event twice,
/// as it may from the services.
/// </summary>
internal sealed partial class OutboxCourier(IHttpClientFactory clients, TimeProvider time, ILogger<OutboxCourier> logger) : BackgroundService
{
    /// <summary>More than can wait in a healthy process; beyond it the oldest are dropped.</summary>
    private const int LaneLength = 1000;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly Channel<Parcel> _calls = NewLane(logger);
    private readonly Channel<Parcel> _reports = NewLane(logger);

    /// <summary>Posts what happened in a call to its callback address.</summary>
    public void PostCallEvents(Uri address, object events) => _calls.Writer.TryWrite(new Parcel(address, events, IsReport: false));

    public void PostReport(Uri address, object events) => _reports.Writer.TryWrite(new Parcel(address, events, IsReport: true));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RunAsync(_calls.Reader, stoppingToken), RunAsync(_reports.Reader, stoppingToken));

    private static Channel<Parcel> NewLane(ILogger logger) => Channel.CreateBounded<Parcel>(
        new BoundedChannelOptions(LaneLength) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        parcel => Log.Dropped(logger, parcel.Address.Host));

    private async Task RunAsync(ChannelReader<Parcel> lane, CancellationToken stopping)
    {
        await foreach (var parcel in lane.ReadAllAsync(stopping))
        {
            await DeliverAsync(parcel, stopping);
        }
    }

    private async Task DeliverAsync(Parcel parcel, CancellationToken stopping)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await PostAsync(parcel, stopping);
                return;
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                if (attempt == Waits.Length)
                {
                    Log.GaveUp(logger, parcel.Address.Host, error);
                    return;
                }

                Log.NotTaken(logger, parcel.Address.Host, Waits[attempt], error.Message);
                await Task.Delay(Waits[attempt], time, stopping);
            }
        }
    }

    private async Task PostAsync(Parcel parcel, CancellationToken stopping)
    {
        using var client = clients.CreateClient(OutboxOptions.HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, parcel.Address)
        {
            Content = JsonContent.Create(parcel.Events, parcel.Events.GetType(), options: JsonSerializerOptions.Web),
        };
        if (parcel.IsReport)
        {
            request.Headers.Add("aeg-event-type", "Notification");
        }

        using var response = await client.SendAsync(request, stopping);
        response.EnsureSuccessStatusCode();
    }

    private sealed record Parcel(Uri Address, object Events, bool IsReport);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An event was not taken by {Host} ({Reason}); it is tried again in {Wait}.")]
        public static partial void NotTaken(ILogger logger, string host, TimeSpan wait, string reason);

        [LoggerMessage(2, LogLevel.Error, "An event was not taken by {Host} and is dropped.")]
        public static partial void GaveUp(ILogger logger, string host, Exception error);

        [LoggerMessage(3, LogLevel.Error, "Too many events wait for {Host}; the oldest is dropped.")]
        public static partial void Dropped(ILogger logger, string host);
    }
}
