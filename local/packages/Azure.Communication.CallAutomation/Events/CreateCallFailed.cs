using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Nobody answered, the number declined or cannot be reached: the call never came about.</summary>
public class CreateCallFailed : CallAutomationEventBase
{
    internal CreateCallFailed(JsonElement data)
        : base(data)
    {
    }

    /// <param name="content">The data of the event, as JSON.</param>
    /// <exception cref="JsonException">The content is no JSON.</exception>
    public static CreateCallFailed Deserialize(string content) => Read(content, data => new CreateCallFailed(data));
}
