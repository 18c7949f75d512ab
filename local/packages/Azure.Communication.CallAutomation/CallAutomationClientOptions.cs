using Azure.Core;

namespace Azure.Communication.CallAutomation;

public class CallAutomationClientOptions : ClientOptions
{
    /// <exception cref="ArgumentOutOfRangeException">The version is not one of those declared.</exception>
    public CallAutomationClientOptions(ServiceVersion version = ServiceVersion.V2025_06_15)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2023_10_15 => "2023-10-15",
            ServiceVersion.V2024_04_15 => "2024-04-15",
            ServiceVersion.V2024_09_15 => "2024-09-15",
            ServiceVersion.V2025_05_15 => "2025-05-15",
            ServiceVersion.V2025_06_15 => "2025-06-15",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    /// <summary>The versions since texts can be spoken (2023-10-15).</summary>
    public enum ServiceVersion
    {
        V2023_10_15 = 2,
        V2024_04_15 = 3,
        V2024_09_15 = 4,
        V2025_05_15 = 5,
        V2025_06_15 = 6,
    }

    /// <summary>The user of the resource in whose name calls are made; null lets the service choose one.</summary>
    public CommunicationUserIdentifier? Source { get; set; }

    internal string ApiVersion { get; }
}
