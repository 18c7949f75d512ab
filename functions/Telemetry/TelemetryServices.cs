using System.Reflection;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Collaborations.Telemetry;

internal static class TelemetryServices
{
    private const string ServiceName = "Collaborations";

    /// <summary>Every client of the Azure packages, and each of its requests.</summary>
    private const string AzureSources = "Azure.*";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration section)
    {
        services.AddMetrics();
        services.AddSingleton<Measures>();
        services.AddOptions<TelemetryOptions>().Bind(section);
        var options = section.Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.Wrong() is { } sentence)
        {
            services.AddOptions<TelemetryOptions>().Validate(_ => false, sentence).ValidateOnStart();
        }
        else if (!options.IsOff)
        {
            Export(new Signals(services), options);
            services.AddHostedService<TelemetryStart>();
        }

        return services;
    }

    private static void Export(Signals signals, TelemetryOptions options)
    {
        signals
            .ConfigureResource(resource => resource.AddService(
                ServiceName, serviceVersion: typeof(TelemetryServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion))
            .WithTracing(tracing => tracing
                .AddSource(SendTrace.SourceName, AzureSources)

                // Whoever calls us does not say what of it is kept.
                .SetSampler(new AlwaysOnSampler())
                .AddProcessor(new SpanCleaner()))
            .WithMetrics(metrics => metrics.AddMeter(Measures.MeterName))
            .WithLogging(lines => lines.AddProcessor(new LogCleaner()), log =>
            {
                // The questions of the runbook look for sentences. Scopes stay out: the server's hold the address of the request.
                log.IncludeFormattedMessage = true;
                log.IncludeScopes = false;
            });

        // Its lines about requests hold their whole addresses.
        signals.Services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning));
        signals.UseFunctionsWorkerDefaults();
        if (options.OtlpEndpoint is { } collector)
        {
            SendTo(signals, collector);
        }

        if (options.Console)
        {
            signals.WithTracing(tracing => tracing.AddConsoleExporter()).WithMetrics(metrics => metrics.AddConsoleExporter());
        }

        if (!string.IsNullOrEmpty(options.ConnectionString))
        {
            signals.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = options.ConnectionString;
                monitor.Credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId });

                // All of it: by itself the exporter keeps five traces a second, and no line of the others, and alerts count lines.
                monitor.TracesPerSecond = null;
                monitor.SamplingRatio = 1;
                monitor.EnableTraceBasedLogsSampler = false;
            });
        }
    }

    // One address a signal: given an address of its own, the exporter takes it as it is.
    private static void SendTo(Signals signals, Uri collector)
    {
        Action<OtlpExporterOptions> At(string signal) => exporter =>
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
        };
        signals
            .WithTracing(tracing => tracing.AddOtlpExporter(At("traces")))
            .WithMetrics(metrics => metrics.AddOtlpExporter(At("metrics")))
            .WithLogging(logging => logging.AddOtlpExporter(At("logs")));
    }

    /// <summary>What the packages add their signals to: the worker's own container.</summary>
    private sealed class Signals(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services => services;
    }
}
