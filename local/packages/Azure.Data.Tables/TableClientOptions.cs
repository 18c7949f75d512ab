using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, diagnostics, transport and service version of the table clients.</summary>
public class TableClientOptions : ClientOptions
{
    /// <exception cref="ArgumentOutOfRangeException">The version is none of <see cref="ServiceVersion"/>.</exception>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) =>
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };

    /// <summary>Versions of the Table service's REST API.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    /// <summary>The cloud that tokens are asked for; null means the public one.</summary>
    public TableAudience? Audience { get; set; }

    internal string Version { get; }
}
