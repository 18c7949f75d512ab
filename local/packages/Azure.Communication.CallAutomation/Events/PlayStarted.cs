using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The sources are being played.</summary>
public class PlayStarted : CallAutomationEventBase
{
    internal PlayStarted(JsonElement data)
        : base(data)
    {
    }

    /// <param name="content">The data of the event, as JSON.</param>
    /// <exception cref="JsonException">The content is no JSON.</exception>
    public static PlayStarted Deserialize(string content) => Read(content, data => new PlayStarted(data));
}
