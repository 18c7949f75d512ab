using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>A text that is spoken as its marks say (W3C Speech Synthesis Markup Language 1.1).</summary>
public class SsmlSource : PlaySource
{
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public SsmlSource(string ssmlText)
    {
        ArgumentNullException.ThrowIfNull(ssmlText);
        SsmlText = ssmlText;
    }

    public string SsmlText { get; }

    public string? CustomVoiceEndpointId { get; set; }

    internal override string Kind => "ssml";

    internal override void WriteValue(Utf8JsonWriter writer)
    {
        writer.WriteString("ssmlText", SsmlText);
        writer.WriteOptionalString("customVoiceEndpointId", CustomVoiceEndpointId);
    }
}
