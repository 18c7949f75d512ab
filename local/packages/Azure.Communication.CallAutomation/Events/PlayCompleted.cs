using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>All that was asked for has been played.</summary>
public class PlayCompleted : CallAutomationEventBase
{
    internal PlayCompleted(JsonElement data)
        : base(data)
    {
    }

    public MediaEventReasonCode ReasonCode => ReasonOf(ResultInformation);

    /// <param name="content">The data of the event, as JSON.</param>
    /// <exception cref="JsonException">The content is no JSON.</exception>
    public static PlayCompleted Deserialize(string content) => Read(content, data => new PlayCompleted(data));
}
