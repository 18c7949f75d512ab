using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.Sms;

/// <summary>What the service made of the text to one number: one request may succeed for some numbers and fail for others.</summary>
public class SmsSendResult
{
    internal SmsSendResult(string to, string? messageId, int httpStatusCode, bool successful, string? errorMessage)
    {
        To = to;
        MessageId = messageId;
        HttpStatusCode = httpStatusCode;
        Successful = successful;
        ErrorMessage = errorMessage;
    }

    public string To { get; }

    /// <summary>The id that the delivery report names; null where the text was refused.</summary>
    public string? MessageId { get; }

    public int HttpStatusCode { get; }

    /// <summary>Whether the service took the text. Whether it arrived is told by the delivery report.</summary>
    public bool Successful { get; }

    /// <summary>Why not; null where the text was taken.</summary>
    public string? ErrorMessage { get; }

    /// <exception cref="JsonException">The body is no JSON or lacks a part that it always has.</exception>
    internal static IReadOnlyList<SmsSendResult> ReadList(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        if (!document.RootElement.TryGetProperty("value", out var items))
        {
            throw new JsonException("The answer of the SMS service has no value.");
        }

        return [.. items.EnumerateArray().Select(Read)];
    }

    private static SmsSendResult Read(JsonElement item) => new(
        item.OptionalString("to") ?? throw new JsonException("A result of the SMS service names no number."),
        item.OptionalString("messageId"),
        item.OptionalInt32("httpStatusCode") ?? throw new JsonException("A result of the SMS service has no status."),
        item.TryGetProperty("successful", out var successful) && successful.GetBoolean(),
        item.OptionalString("errorMessage"));
}
