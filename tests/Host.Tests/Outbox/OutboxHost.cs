using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Communication;
using Azure.Communication.CallAutomation;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;
using Local.Host.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Host.Tests.Outbox;

/// <summary>A host with nothing but the outbox, on a free port of the loopback address, with the clients that the product uses.</summary>
public class OutboxHost : IAsyncLifetime
{
    public const string Sender = "office@practice.example";
    public const string PracticeNumber = "+14255550100";

    /// <summary>A test that plays someone from elsewhere names its address in this header.</summary>
    public const string RemoteAddress = "Test-Remote-Address";

    private WebApplication? _application;

    public string Folder
    {
        get => field ??= Directory.CreateTempSubdirectory("outbox-").FullName;
        init;
    }

    public ManualTimeProvider Time { get; } = new();

    public OutboxFaults Faults { get; } = new();

    public EventReceiver Receiver { get; } = new();

    public HttpClient Http { get; private set; } = new();

    public string AccessKey { get; } = new OutboxOptions { DataDirectory = "unused" }.AccessKey;

    public string ConnectionString { get; private set; } = string.Empty;

    public string File => Path.Combine(Folder, "outbox.jsonl");

    public int Capacity { get; set; } = 1000;

    public EmailClient Email => new(ConnectionString, AtOnce(new EmailClientOptions()));

    public SmsClient Sms => new(ConnectionString, AtOnce(new SmsClientOptions()));

    public CallAutomationClient Calls => new(ConnectionString, AtOnce(new CallAutomationClientOptions()));

    public async Task InitializeAsync()
    {
        await Receiver.StartAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await Receiver.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Stops the host and starts another on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        Http.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
            _application = null;
        }
    }

    public async Task StartAsync()
    {
        var options = new OutboxOptions
        {
            DataDirectory = Folder,
            AccessKey = AccessKey,
            Capacity = Capacity,
            ReportsTo = Receiver.Webhook,
            Faults = Faults,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddOutbox(options);
        _application = builder.Build();
        _application.Use((context, next) =>
        {
            if (IPAddress.TryParse(context.Request.Headers[RemoteAddress].ToString(), out var remote))
            {
                context.Connection.RemoteIpAddress = remote;
            }

            return next(context);
        });
        _application.MapOutbox();
        await _application.StartAsync();
        var address = new Uri(_application.Urls.Single() + "/");
        ConnectionString = options.ConnectionString(address);
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>The feed, newest last.</summary>
    public async Task<IReadOnlyList<JsonElement>> FeedAsync(string query = "") =>
        await Http.GetFromJsonAsync<JsonElement[]>("/outbox.json" + query) ?? [];

    public async Task<JsonElement> OnlyMessageAsync() => Assert.Single(await FeedAsync());

    public Task<EmailSendOperation> SendEmailAsync(string to, string subject = "Hello", string? html = "<p>Hi</p>", string? text = null) =>
        Email.SendAsync(Azure.WaitUntil.Started, Sender, to, subject, html, text);

    /// <summary>Dials, and takes the event that somebody answered.</summary>
    public async Task<CallConnection> ConnectAsync(string number, string? context = null)
    {
        var invite = new CallInvite(new PhoneNumberIdentifier(number), new PhoneNumberIdentifier(PracticeNumber));
        var call = await Calls.CreateCallAsync(new CreateCallOptions(invite, Receiver.Callback) { OperationContext = context });
        await Receiver.NextAsync<CallConnected>();
        return call.Value.CallConnection;
    }

    private static T AtOnce<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxDelay = TimeSpan.Zero;
        return options;
    }
}
