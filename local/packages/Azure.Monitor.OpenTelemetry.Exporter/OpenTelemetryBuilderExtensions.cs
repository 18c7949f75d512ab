using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sends all signals to Azure Monitor.</summary>
public static class OpenTelemetryBuilderExtensions
{
    /// <exception cref="NotSupportedException">Always: this edition has no way there.</exception>
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(
        this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureAzureMonitor);
        throw new NotSupportedException("The local edition sends nothing to Azure Monitor. Give it an OTLP address instead.");
    }
}
