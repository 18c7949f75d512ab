using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.Sms;

public class SmsSendOptions
{
    /// <param name="enableDeliveryReport">Whether the service reports, by an event, what became of the text.</param>
    public SmsSendOptions(bool enableDeliveryReport) => EnableDeliveryReport = enableDeliveryReport;

    public bool EnableDeliveryReport { get; }

    /// <summary>Comes back in the delivery report.</summary>
    public string? Tag { get; set; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("smsSendOptions");
        writer.WriteBoolean("enableDeliveryReport", EnableDeliveryReport);
        writer.WriteOptionalString("tag", Tag);
        writer.WriteEndObject();
    }
}
