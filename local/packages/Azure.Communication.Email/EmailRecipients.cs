using System.Text.Json;

namespace Azure.Communication.Email;

/// <summary>The receivers. At least one must stand in one of the lists before sending.</summary>
public class EmailRecipients
{
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public EmailRecipients(IEnumerable<EmailAddress> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        To = [.. to];
        CC = [];
        BCC = [];
    }

    public EmailRecipients(IEnumerable<EmailAddress>? to = null, IEnumerable<EmailAddress>? cc = null, IEnumerable<EmailAddress>? bcc = null)
    {
        To = [.. to ?? []];
        CC = [.. cc ?? []];
        BCC = [.. bcc ?? []];
    }

    public IList<EmailAddress> To { get; }

    public IList<EmailAddress> CC { get; }

    public IList<EmailAddress> BCC { get; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("recipients");
        EmailAddress.WriteList(writer, "to", To);
        EmailAddress.WriteList(writer, "cc", CC);
        EmailAddress.WriteList(writer, "bcc", BCC);
        writer.WriteEndObject();
    }
}
