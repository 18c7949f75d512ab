using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The call is over, whoever ended it.</summary>
public class CallDisconnected : CallAutomationEventBase
{
    internal CallDisconnected(JsonElement data)
        : base(data)
    {
    }

    /// <param name="content">The data of the event, as JSON.</param>
    /// <exception cref="JsonException">The content is no JSON.</exception>
    public static CallDisconnected Deserialize(string content) => Read(content, data => new CallDisconnected(data));
}
