using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>What the worker adds to an application's telemetry.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Requests, as ASP.NET Core tells of them.</summary>
    private const string RequestSource = "Microsoft.AspNetCore";

    /// <summary>Orchestrations and activities, as the engine tells of them.</summary>
    private const string OrchestrationSource = "Microsoft.DurableTask";

    /// <summary>How long orchestrations and activities waited.</summary>
    private const string EngineMeter = "Local.Durable";

    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .WithTracing(tracing => tracing.AddSource(RequestSource, OrchestrationSource))
            .WithMetrics(metrics => metrics.AddMeter(EngineMeter));
    }
}
