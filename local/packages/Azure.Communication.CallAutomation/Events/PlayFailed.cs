using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>Something could not be played.</summary>
public class PlayFailed : CallAutomationEventBase
{
    internal PlayFailed(JsonElement data)
        : base(data) =>
        FailedPlaySourceIndex = data.OptionalInt32("failedPlaySourceIndex");

    public MediaEventReasonCode ReasonCode => ReasonOf(ResultInformation);

    /// <summary>Which of the sources, from 0; null where it is none in particular.</summary>
    public int? FailedPlaySourceIndex { get; }

    /// <param name="content">The data of the event, as JSON.</param>
    /// <exception cref="JsonException">The content is no JSON.</exception>
    public static PlayFailed Deserialize(string content) => Read(content, data => new PlayFailed(data));
}
