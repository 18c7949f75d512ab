using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

public class CallConnectionProperties
{
    internal CallConnectionProperties(string callConnectionId) => CallConnectionId = callConnectionId;

    /// <summary>The id of this side of the call; what <see cref="CallAutomationClient.GetCallConnection"/> takes.</summary>
    public string CallConnectionId { get; }

    public string? ServerCallId { get; private init; }

    public string? CorrelationId { get; private init; }

    public IReadOnlyList<CommunicationIdentifier> Targets { get; private init; } = [];

    public CallConnectionState CallConnectionState { get; private init; } = CallConnectionState.Unknown;

    public Uri? CallbackUri { get; private init; }

    public CommunicationIdentifier? Source { get; private init; }

    public PhoneNumberIdentifier? SourceCallerIdNumber { get; private init; }

    public string? SourceDisplayName { get; private init; }

    public CommunicationUserIdentifier? AnsweredBy { get; private init; }

    public PhoneNumberIdentifier? AnsweredFor { get; private init; }

    /// <exception cref="JsonException">The body is no JSON or lacks the id of the call.</exception>
    internal static CallConnectionProperties Read(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        var root = document.RootElement;
        var id = root.OptionalString("callConnectionId") ?? throw new JsonException("The answer of the call service names no call.");
        return new CallConnectionProperties(id)
        {
            ServerCallId = root.OptionalString("serverCallId"),
            CorrelationId = root.OptionalString("correlationId"),
            Targets = root.TryGetProperty("targets", out var targets) && targets.ValueKind == JsonValueKind.Array
                ? [.. targets.EnumerateArray().Select(IdentifierJson.ReadIdentifier)]
                : [],
            CallConnectionState = root.OptionalString("callConnectionState") is { } state ? new(state) : CallConnectionState.Unknown,
            CallbackUri = root.OptionalString("callbackUri") is { Length: > 0 } callback ? new Uri(callback) : null,
            Source = root.OptionalObject("source") is { } source ? IdentifierJson.ReadIdentifier(source) : null,
            SourceCallerIdNumber = Phone(root, "sourceCallerIdNumber"),
            SourceDisplayName = root.OptionalString("sourceDisplayName"),
            AnsweredBy = root.OptionalObject("answeredBy")?.OptionalString("id") is { } user ? new CommunicationUserIdentifier(user) : null,
            AnsweredFor = Phone(root, "answeredFor"),
        };
    }

    private static PhoneNumberIdentifier? Phone(JsonElement element, string name) =>
        element.OptionalObject(name)?.OptionalString("value") is { } number ? new PhoneNumberIdentifier(number) : null;
}
