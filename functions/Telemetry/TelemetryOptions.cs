namespace Collaborations.Telemetry;

/// <summary>Where traces, logs and metrics go. Nowhere, unless one of these is set.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Base address of a collector that takes OTLP over HTTP, for example <c>http://127.0.0.1:4318</c>.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Spans and metrics on the standard output; the log is there anyway.</summary>
    public bool Console { get; set; }

    /// <summary>Of an Application Insights component. What is in it opens nothing: the component takes identities only.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>As <see cref="Storage.StorageOptions.ManagedIdentityClientId"/>.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Nobody listens: nothing is measured, and nothing is built that could.</summary>
    public bool IsOff => OtlpEndpoint is null && !Console && string.IsNullOrEmpty(ConnectionString);

    /// <returns>One sentence that says what is wrong, or null when the options can be used.</returns>
    public string? Wrong() => OtlpEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
        ? null
        : $"Set {Section}:OtlpEndpoint to an address that begins with http or https, or to nothing.";
}
