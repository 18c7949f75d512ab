using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Collaborations.Tests.Telemetry;

/// <summary>The product's story once, with everything that can be listened to listened to, and what came of it.</summary>
public sealed class TracedStory : IAsyncLifetime
{
    public const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    public const string CallerSpan = "00f067aa0ba902b7";

    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Email = "rosa.delgado@home.example";
    private const string BirthDate = "1958-04-23";
    private const string Phone = "+12025550121";
    private const string FirstMessage = "Hello, how is the tooth today?";
    private const string Answer = "Better, thank you for asking.";
    private const string FileName = "jaw-from-the-left.png";
    private const string Searched = "Delgado";
    private const string PatientPassword = "eleven grey herons wade";

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly List<string> _secrets = [Doctor, Email, BirthDate, Phone, Phone[1..], FirstMessage, Answer, FileName, Searched, PatientPassword, "Rosa", "Lindqvist"];
    private LoopbackCollector? _collector;

    /// <summary>One value that an instrument was given.</summary>
    public sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Labels);

    /// <summary>What the story knows of people, and telemetry must not.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    public IReadOnlyCollection<Activity> Spans => _spans;

    public IReadOnlyCollection<Measured> Measures => _measured;

    /// <summary>The addresses that the exporter sent to.</summary>
    public IReadOnlyList<string> SentTo => _collector!.Paths;

    public string Sent(string signal) => _collector!.Received($"/v1/{signal}");

    public async Task InitializeAsync()
    {
        _collector = await LoopbackCollector.StartAsync();
        await using var app = new CollaborationsApp();
        await ((IAsyncLifetime)app).InitializeAsync();
        app.MoreSettings["Telemetry:OtlpEndpoint"] = _collector.Address;
        app.MoreServices = services => services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(new Keeper(_spans)));
        using var listener = new MeterListener { InstrumentPublished = Listen };
        listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => _measured.Enqueue(Read(instrument, value, labels)));
        listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => _measured.Enqueue(Read(instrument, value, labels)));
        listener.Start();
        await TellAsync(app);

        // What waits to be sent is sent, however short the story was: the end of an app waits no longer than it must.
        Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(app.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(app.Services.GetRequiredService<LoggerProvider>().ForceFlush());
        await ((IAsyncLifetime)app).DisposeAsync();
    }

    public Task DisposeAsync() => _collector!.DisposeAsync().AsTask();

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name is "Collaborations" or "Local.Durable")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static Measured Read(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        new(instrument.Name, value, labels.ToArray().ToDictionary(label => label.Key, label => label.Value));

    private async Task TellAsync(CollaborationsApp app)
    {
        var outbox = app.CreateOutbox();
        using var member = app.CreatePerson();
        var signedIn = await member.SignInAsync(Doctor, app.Password);
        Assert.Equal(HttpStatusCode.OK, signedIn.Status);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await member.GetAsync($"practices/{practice}/cases?q={Searched}");
        var talk = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/patient-talk";
        var invited = await member.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = FirstMessage }, traceParent: $"00-{TraceId}-{CallerSpan}-01");
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        await member.SeesAsync(talk, "delivered");

        using var patient = app.CreatePerson();
        patient.Token = Secret(OutboxReader.TokenOf(await outbox.LatestAsync(Email)));
        await patient.PostAsync("registration/birth-date", new { birthDate = BirthDate });
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        await patient.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        var code = Secret(OutboxReader.CodeOf(await outbox.LatestAsync(Phone)));
        await patient.PostAsync("registration/code", new { code = code == "000000" ? "000001" : "000000" });
        Assert.Equal("terms", (await patient.PostAsync("registration/code", new { code })).Text("step"));
        await patient.PostAsync("registration/terms", new { version = (await patient.GetAsync("terms?language=en")).Text("version") });
        await patient.PostAsync("registration/password", new { password = PatientPassword, confirmPassword = PatientPassword });
        patient.Token = null;
        Assert.Equal(HttpStatusCode.Unauthorized, (await patient.SignInAsync(Email, "not the password")).Status);
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(Email, PatientPassword)).Status);
        await member.SeesAsync(talk, "signedIn");

        var thread = $"threads/{(await patient.GetAsync("inbox"))["items"][0]!["threadId"]!.GetValue<string>()}";
        var photo = await patient.UploadAsync($"{thread}/files", FileName, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        var answered = await patient.PostAsync($"{thread}/messages", new { text = Answer, files = new[] { photo.Text("fileId") } }, key: "one");
        Assert.Equal(HttpStatusCode.Created, answered.Status);
        await outbox.LatestAsync(Doctor);
    }

    private string Secret(string value)
    {
        _secrets.Add(value);
        return value;
    }

    /// <summary>Spans as they are sent, once all that is done to them is done.</summary>
    private sealed class Keeper(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }
}
