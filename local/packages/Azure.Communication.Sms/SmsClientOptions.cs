using Azure.Core;

namespace Azure.Communication.Sms;

public class SmsClientOptions : ClientOptions
{
    /// <exception cref="ArgumentOutOfRangeException">The version is not one of those declared.</exception>
    public SmsClientOptions(ServiceVersion version = ServiceVersion.V2021_03_07)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2021_03_07 => "2021-03-07",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    public enum ServiceVersion
    {
        V2021_03_07 = 1,
    }

    internal string ApiVersion { get; }
}
