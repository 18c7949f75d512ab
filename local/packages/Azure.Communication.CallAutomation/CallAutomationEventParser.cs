using Azure.Messaging;

namespace Azure.Communication.CallAutomation;

/// <summary>Reads the events that the service posts to the callback address: an array of CloudEvents 1.0.</summary>
public static class CallAutomationEventParser
{
    private const string Prefix = "Microsoft.Communication.";

    /// <returns>The event; null for a type that this version does not declare.</returns>
    public static CallAutomationEventBase? Parse(CloudEvent cloudEvent)
    {
        ArgumentNullException.ThrowIfNull(cloudEvent);
        return cloudEvent.Data is null ? null : Parse(cloudEvent.Data.ToString(), cloudEvent.Type);
    }

    /// <inheritdoc cref="Parse(CloudEvent)"/>
    /// <exception cref="System.Text.Json.JsonException">The content is no CloudEvent.</exception>
    public static CallAutomationEventBase? Parse(BinaryData json) => CloudEvent.Parse(json) is { } cloudEvent ? Parse(cloudEvent) : null;

    /// <param name="eventData">The data of the event, as JSON.</param>
    /// <param name="eventType">Its type, with or without the prefix <c>Microsoft.Communication.</c></param>
    /// <returns>The event; null for a type that this version does not declare.</returns>
    /// <exception cref="System.Text.Json.JsonException">The data is no JSON.</exception>
    public static CallAutomationEventBase? Parse(string eventData, string eventType)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        return eventType.Replace(Prefix, string.Empty, StringComparison.Ordinal) switch
        {
            nameof(CallConnected) => CallConnected.Deserialize(eventData),
            nameof(CallDisconnected) => CallDisconnected.Deserialize(eventData),
            nameof(CreateCallFailed) => CreateCallFailed.Deserialize(eventData),
            nameof(PlayStarted) => PlayStarted.Deserialize(eventData),
            nameof(PlayCompleted) => PlayCompleted.Deserialize(eventData),
            nameof(PlayFailed) => PlayFailed.Deserialize(eventData),
            _ => null,
        };
    }

    /// <returns>An entry for each event, in their order; null where <see cref="Parse(CloudEvent)"/> gives null.</returns>
    public static CallAutomationEventBase?[] ParseMany(CloudEvent[] cloudEvents)
    {
        ArgumentNullException.ThrowIfNull(cloudEvents);
        return [.. cloudEvents.Select(Parse)];
    }

    /// <inheritdoc cref="ParseMany(CloudEvent[])"/>
    /// <exception cref="System.Text.Json.JsonException">The content is no array of CloudEvents.</exception>
    public static CallAutomationEventBase?[] ParseMany(BinaryData json) => ParseMany(CloudEvent.ParseMany(json));
}
