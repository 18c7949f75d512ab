using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Somebody has answered; the call can be spoken into.</summary>
public class CallConnected : CallAutomationEventBase
{
    internal CallConnected(JsonElement data)
        : base(data)
    {
    }

    /// <param name="content">The data of the event, as JSON.</param>
    /// <exception cref="JsonException">The content is no JSON.</exception>
    public static CallConnected Deserialize(string content) => Read(content, data => new CallConnected(data));
}
