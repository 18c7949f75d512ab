using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>A text that is spoken. The call must name the resource that speaks it: <see cref="CallIntelligenceOptions"/>.</summary>
public class TextSource : PlaySource
{
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public TextSource(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <param name="text">What is spoken.</param>
    /// <param name="voiceName">A voice such as <c>en-US-NancyNeural</c>; it names the language too.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public TextSource(string text, string voiceName)
        : this(text) =>
        VoiceName = voiceName;

    /// <param name="text">What is spoken.</param>
    /// <param name="sourceLocale">The language as a BCP 47 tag, such as <c>es-US</c>.</param>
    /// <param name="voiceKind">The kind of the voice.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public TextSource(string text, string sourceLocale, VoiceKind voiceKind)
        : this(text)
    {
        SourceLocale = sourceLocale;
        VoiceKind = voiceKind;
    }

    public string Text { get; }

    public string? SourceLocale { get; set; }

    public VoiceKind? VoiceKind { get; set; }

    public string? VoiceName { get; set; }

    public string? CustomVoiceEndpointId { get; set; }

    internal override string Kind => "text";

    internal override void WriteValue(Utf8JsonWriter writer)
    {
        writer.WriteString("text", Text);
        writer.WriteOptionalString("sourceLocale", SourceLocale);
        writer.WriteOptionalString("voiceKind", VoiceKind?.ToString());
        writer.WriteOptionalString("voiceName", VoiceName);
        writer.WriteOptionalString("customVoiceEndpointId", CustomVoiceEndpointId);
    }
}
