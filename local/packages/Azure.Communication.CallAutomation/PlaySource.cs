using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>Something that can be played into a call.</summary>
public abstract class PlaySource
{
    /// <summary>Under which the service may keep the sound for the length of the call; null keeps nothing.</summary>
    public string? PlaySourceCacheId { get; set; }

    internal abstract string Kind { get; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Kind);
        writer.WriteOptionalString("playSourceCacheId", PlaySourceCacheId);
        writer.WriteStartObject(Kind);
        WriteValue(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal abstract void WriteValue(Utf8JsonWriter writer);
}
