using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>What every event of a call tells.</summary>
public abstract class CallAutomationEventBase
{
    protected CallAutomationEventBase()
    {
    }

    private protected CallAutomationEventBase(JsonElement data)
    {
        CallConnectionId = data.OptionalString("callConnectionId");
        ServerCallId = data.OptionalString("serverCallId");
        CorrelationId = data.OptionalString("correlationId");
        OperationContext = data.OptionalString("operationContext");
        ResultInformation = ResultInformation.ReadOptional(data);
    }

    public string? CallConnectionId { get; }

    public string? ServerCallId { get; }

    public string? CorrelationId { get; }

    /// <summary>The context of the request that this event answers; null where it had none.</summary>
    public string? OperationContext { get; }

    public ResultInformation? ResultInformation { get; }

    private protected static T Read<T>(string content, Func<JsonElement, T> make)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var document = JsonDocument.Parse(content);
        return make(document.RootElement);
    }

    private protected static MediaEventReasonCode ReasonOf(ResultInformation? result) =>
        result?.SubCode is { } code
            ? new MediaEventReasonCode(code.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : MediaEventReasonCode.UnspecifiedError;
}
