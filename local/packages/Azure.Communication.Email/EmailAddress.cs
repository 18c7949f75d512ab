using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.Email;

/// <summary>An address of the form <c>name@domain</c>, with the name that a mail program shows.</summary>
public readonly struct EmailAddress
{
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public EmailAddress(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
    }

    /// <inheritdoc cref="EmailAddress(string)"/>
    public EmailAddress(string address, string displayName)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        DisplayName = displayName;
    }

    public string Address { get; }

    /// <summary>Null where none was given.</summary>
    public string? DisplayName { get; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("address", Address);
        writer.WriteOptionalString("displayName", DisplayName);
        writer.WriteEndObject();
    }

    internal static void WriteList(Utf8JsonWriter writer, string name, IList<EmailAddress> addresses)
    {
        if (addresses.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var address in addresses)
        {
            address.Write(writer);
        }

        writer.WriteEndArray();
    }
}
