using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Where telemetry goes, as whom, and how much of it.</summary>
public class AzureMonitorExporterOptions : ClientOptions
{
    /// <summary>Of the Application Insights component; its key is of no use where only identities may write.</summary>
    public string ConnectionString { get; set; } = null!;

    public TokenCredential Credential { get; set; } = null!;

    /// <summary>Whether lines of a trace that is not kept are left out too.</summary>
    public bool EnableTraceBasedLogsSampler { get; set; } = true;

    /// <summary>Of traces, from 0 to 1.</summary>
    public float SamplingRatio { get; set; } = 1.0F;

    /// <summary>Takes precedence over <see cref="SamplingRatio"/> where it is set.</summary>
    public double? TracesPerSecond { get; set; } = 5.0;
}
