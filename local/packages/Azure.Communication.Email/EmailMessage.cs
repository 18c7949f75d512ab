using System.Text.Json;

namespace Azure.Communication.Email;

public class EmailMessage
{
    /// <param name="senderAddress">An address of a domain that the resource may send from.</param>
    /// <param name="recipients">The receivers.</param>
    /// <param name="content">Subject and body.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content)
    {
        ArgumentNullException.ThrowIfNull(senderAddress);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(content);
        SenderAddress = senderAddress;
        Recipients = recipients;
        Content = content;
    }

    /// <inheritdoc cref="EmailMessage(string, EmailRecipients, EmailContent)"/>
    public EmailMessage(string senderAddress, string recipientAddress, EmailContent content)
        : this(senderAddress, new EmailRecipients([new EmailAddress(recipientAddress)]), content)
    {
    }

    public string SenderAddress { get; }

    public EmailRecipients Recipients { get; }

    public EmailContent Content { get; }

    /// <summary>Headers of the mail itself, not of the request.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    public IList<EmailAttachment> Attachments { get; } = [];

    public IList<EmailAddress> ReplyTo { get; } = [];

    /// <summary>True keeps the service from following opened mails and pressed links; null leaves it to the resource's setting.</summary>
    public bool? UserEngagementTrackingDisabled { get; set; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteHeaders(writer);
        writer.WriteString("senderAddress", SenderAddress);
        Content.Write(writer);
        Recipients.Write(writer);
        WriteAttachments(writer);
        EmailAddress.WriteList(writer, "replyTo", ReplyTo);
        if (UserEngagementTrackingDisabled is { } disabled)
        {
            writer.WriteBoolean("userEngagementTrackingDisabled", disabled);
        }

        writer.WriteEndObject();
    }

    /// <summary>Refuses what the service would refuse, before it is sent.</summary>
    /// <exception cref="ArgumentException">No sender, no receiver, an empty address, subject, body, header or attachment.</exception>
    internal void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(SenderAddress), "The sender's address is empty.");
        Require(!string.IsNullOrWhiteSpace(Content.Subject), "The subject is empty.");
        Require(
            !string.IsNullOrWhiteSpace(Content.Html) || !string.IsNullOrWhiteSpace(Content.PlainText),
            "The email has neither a plain text nor an HTML body.");
        Require(Headers.All(header => !string.IsNullOrWhiteSpace(header.Key) && !string.IsNullOrWhiteSpace(header.Value)), "A header is empty.");
        var receivers = Recipients.To.Concat(Recipients.CC).Concat(Recipients.BCC).ToList();
        Require(receivers.Count > 0, "The email has no receiver.");
        Require(receivers.Concat(ReplyTo).All(address => !string.IsNullOrWhiteSpace(address.Address)), "An address is empty.");
        Require(Attachments.All(attachment => !attachment.Content.ToMemory().IsEmpty), "An attachment is empty.");

        static void Require(bool condition, string otherwise)
        {
            if (!condition)
            {
                throw new ArgumentException(otherwise);
            }
        }
    }

    private void WriteHeaders(Utf8JsonWriter writer)
    {
        if (Headers.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("headers");
        foreach (var (name, value) in Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private void WriteAttachments(Utf8JsonWriter writer)
    {
        if (Attachments.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("attachments");
        foreach (var attachment in Attachments)
        {
            attachment.Write(writer);
        }

        writer.WriteEndArray();
    }
}
