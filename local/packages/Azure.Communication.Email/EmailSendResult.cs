using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.Email;

public class EmailSendResult
{
    internal EmailSendResult(string? id, EmailSendStatus status)
    {
        Id = id;
        Status = status;
    }

    public EmailSendStatus Status { get; }

    internal string? Id { get; }

    /// <exception cref="JsonException">The body is no JSON or lacks the status.</exception>
    internal static EmailSendResult Read(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        var status = document.RootElement.OptionalString("status") ?? throw new JsonException("The answer of the email service has no status.");
        return new EmailSendResult(document.RootElement.OptionalString("id"), new EmailSendStatus(status));
    }
}
