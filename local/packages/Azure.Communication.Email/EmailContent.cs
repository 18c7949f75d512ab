using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.Email;

/// <summary>Subject and body. At least one of <see cref="PlainText"/> and <see cref="Html"/> must be set before sending.</summary>
public class EmailContent
{
    /// <exception cref="ArgumentNullException">The subject is null.</exception>
    public EmailContent(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Subject = subject;
    }

    public string Subject { get; }

    public string? PlainText { get; set; }

    public string? Html { get; set; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("content");
        writer.WriteString("subject", Subject);
        writer.WriteOptionalString("plainText", PlainText);
        writer.WriteOptionalString("html", Html);
        writer.WriteEndObject();
    }
}
