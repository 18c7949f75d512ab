using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.Email;

/// <summary>A file sent with an email, or an image inside it. The service takes 10 MB an email, Base64 included.</summary>
public class EmailAttachment
{
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public EmailAttachment(string name, string contentType, BinaryData content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentNullException.ThrowIfNull(content);
        Name = name;
        ContentType = contentType;
        Content = content;
    }

    public string Name { get; }

    /// <summary>A media type, such as <c>application/pdf</c>.</summary>
    public string ContentType { get; }

    public BinaryData Content { get; }

    /// <summary>The id under which the HTML shows it, as <c>cid:</c> (RFC 2392); null for a plain attachment.</summary>
    public string? ContentId { get; set; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteString("contentType", ContentType);
        writer.WriteBase64String("contentInBase64", Content);
        writer.WriteOptionalString("contentId", ContentId);
        writer.WriteEndObject();
    }
}
