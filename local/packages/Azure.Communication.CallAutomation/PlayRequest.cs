using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>What both kinds of play options become on the wire. An empty list of receivers means everyone in the call.</summary>
internal sealed record PlayRequest(
    IReadOnlyList<PlaySource> Sources,
    IReadOnlyList<CommunicationIdentifier> PlayTo,
    bool Loop,
    bool Interrupt,
    string OperationContext,
    Uri? OperationCallbackUri)
{
    public static PlayRequest From(PlayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options.PlaySources, options.PlayTo, options.Loop, false, Context(options.OperationContext), options.OperationCallbackUri);
    }

    public static PlayRequest From(PlayToAllOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(
            options.PlaySources,
            [],
            options.Loop,
            options.InterruptCallMediaOperation,
            Context(options.OperationContext),
            options.OperationCallbackUri);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("playSources");
        foreach (var source in Sources)
        {
            source.Write(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("playTo");
        foreach (var receiver in PlayTo)
        {
            writer.WriteIdentifier(receiver);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("interruptCallMediaOperation", Interrupt);
        writer.WriteStartObject("playOptions");
        writer.WriteBoolean("loop", Loop);
        writer.WriteEndObject();
        writer.WriteString("operationContext", OperationContext);
        writer.WriteOptionalString("operationCallbackUri", OperationCallbackUri?.AbsoluteUri);
        writer.WriteEndObject();
    }

    private static string Context(string? stated) => stated ?? Guid.NewGuid().ToString();
}
