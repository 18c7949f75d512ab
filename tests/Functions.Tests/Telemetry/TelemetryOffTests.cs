using System.Diagnostics.Metrics;
using Collaborations.Accounts;
using Collaborations.Accounts.SignIn;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Messaging;
using Collaborations.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Collaborations.Tests.Telemetry;

/// <summary>The local edition, unless it is told where telemetry is to go.</summary>
[Collection(TelemetryGroup.Name)]
public sealed class TelemetryOffTests
{
    private const int Times = 1000;

    private static ServiceCollection Services(params KeyValuePair<string, string?>[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCollaborations(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services;
    }

    private static bool IsTelemetry(ServiceDescriptor service) =>
        service.ServiceType == typeof(TracerProvider) || service.ServiceType == typeof(MeterProvider) || service.ServiceType == typeof(LoggerProvider);

    [Fact]
    public void NowhereToGo_BuildsNothing() => Assert.DoesNotContain(Services(), IsTelemetry);

    [Theory]
    [InlineData("Telemetry:OtlpEndpoint", "http://127.0.0.1:1")]
    [InlineData("Telemetry:Console", "true")]
    public async Task SomewhereToGo_BuildsWhatListens(string setting, string value)
    {
        await using var services = Services(new KeyValuePair<string, string?>(setting, value)).BuildServiceProvider();
        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<MeterProvider>());
        Assert.Contains(services.GetServices<ILoggerProvider>(), provider => provider is OpenTelemetryLoggerProvider);
    }

    [Fact]
    public async Task NobodyListens_CostsNoMemory()
    {
        // Whoever listened in a test before may take a moment to go.
        using var meter = new Meter(Measures.MeterName);
        var probe = meter.CreateCounter<int>("probe");
        await Eventually.IsAsync(() => Task.FromResult(!probe.Enabled), "Somebody listens.");
        await using var services = Services().BuildServiceProvider();
        var measures = services.GetRequiredService<Measures>();
        var (invitation, wrong) = (An.Invitation, new WrongCredentials());
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++)
        {
            Once();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            measures.SignInTried(SignInWay.Password, wrong);
            measures.InvitationChanged(before: null, invitation);
            measures.DeliveryReported(DeliveryOutcome.Bounced);
            measures.Taken(QueuedWork.Code, DateTimeOffset.UnixEpoch);
            measures.HashWaited(TimeSpan.Zero);
            measures.HashRefused();
            measures.StepLate();
        }
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("/v1")]
    [InlineData("file:///tmp/x")]
    public void AddressThatIsNone_IsSaidInOneSentence(string address)
    {
        var options = new TelemetryOptions { OtlpEndpoint = new Uri(address, UriKind.RelativeOrAbsolute) };
        Assert.Equal("Set Telemetry:OtlpEndpoint to an address that begins with http or https, or to nothing.", options.Wrong());
    }

    [Fact]
    public void AzureMonitor_IsNotReachedFromHere()
    {
        var refused = Assert.Throws<NotSupportedException>(() => Services(new KeyValuePair<string, string?>("Telemetry:ConnectionString", "InstrumentationKey=none")));
        Assert.Contains("OTLP", refused.Message, StringComparison.Ordinal);
    }

    private static class An
    {
        public static Invitation Invitation { get; } = new(
            InvitationKind.Patient,
            PracticeId.From(Guid.Empty),
            MemberId.From(Guid.Empty),
            Guid.Empty,
            Case: null,
            Thread: null,
            Email: string.Empty,
            Language.English,
            AsksBirthDate: true,
            Generation: 1,
            Nonce: string.Empty,
            DateTimeOffset.UnixEpoch,
            Ending: null,
            RegistrationProgress.Start(asksBirthDate: true),
            []);
    }
}
