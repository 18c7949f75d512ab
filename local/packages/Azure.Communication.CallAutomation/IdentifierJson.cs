using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>An identifier as the call service writes it: the raw id, and under the name of its kind what the kind holds.</summary>
internal static class IdentifierJson
{
    public static void WriteIdentifier(this Utf8JsonWriter writer, CommunicationIdentifier identifier)
    {
        writer.WriteStartObject();
        writer.WriteString("rawId", identifier.RawId);
        switch (identifier)
        {
            case PhoneNumberIdentifier phone:
                writer.WriteStartObject("phoneNumber");
                writer.WriteString("value", phone.PhoneNumber);
                writer.WriteEndObject();
                break;
            case CommunicationUserIdentifier user:
                writer.WriteStartObject("communicationUser");
                writer.WriteString("id", user.Id);
                writer.WriteEndObject();
                break;
            default:
                break;
        }

        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">The raw id is missing.</exception>
    public static CommunicationIdentifier ReadIdentifier(JsonElement element)
    {
        var rawId = element.OptionalString("rawId");
        if (element.OptionalObject("phoneNumber")?.OptionalString("value") is { } number)
        {
            return new PhoneNumberIdentifier(number, rawId);
        }

        if (element.OptionalObject("communicationUser")?.OptionalString("id") is { } id)
        {
            return new CommunicationUserIdentifier(id);
        }

        return new UnknownIdentifier(rawId ?? throw new JsonException("An identifier has no raw id."));
    }
}
