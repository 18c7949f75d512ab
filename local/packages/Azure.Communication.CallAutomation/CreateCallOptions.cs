using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

public class CreateCallOptions
{
    /// <param name="callInvite">Whom to call.</param>
    /// <param name="callbackUri">Where the service posts the events of this call; the service itself takes https only.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public CreateCallOptions(CallInvite callInvite, Uri callbackUri)
    {
        ArgumentNullException.ThrowIfNull(callInvite);
        ArgumentNullException.ThrowIfNull(callbackUri);
        CallInvite = callInvite;
        CallbackUri = callbackUri;
    }

    public CallInvite CallInvite { get; }

    public Uri CallbackUri { get; }

    public CallIntelligenceOptions? CallIntelligenceOptions { get; set; }

    /// <summary>Comes back in the events that answer this request.</summary>
    public string? OperationContext { get; set; }

    internal void Write(Utf8JsonWriter writer, CommunicationUserIdentifier? source)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("targets");
        writer.WriteIdentifier(CallInvite.Target);
        writer.WriteEndArray();
        if (CallInvite.SourceCallerIdNumber is { } callerId)
        {
            writer.WriteStartObject("sourceCallerIdNumber");
            writer.WriteString("value", callerId.PhoneNumber);
            writer.WriteEndObject();
        }

        writer.WriteOptionalString("sourceDisplayName", CallInvite.SourceDisplayName);
        if (source is not null)
        {
            writer.WriteStartObject("source");
            writer.WriteString("id", source.Id);
            writer.WriteEndObject();
        }

        writer.WriteOptionalString("operationContext", OperationContext);
        writer.WriteString("callbackUri", CallbackUri.AbsoluteUri);
        if (CallIntelligenceOptions?.CognitiveServicesEndpoint is { } endpoint)
        {
            writer.WriteStartObject("callIntelligenceOptions");
            writer.WriteString("cognitiveServicesEndpoint", endpoint.AbsoluteUri);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
