using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Durable.History;

/// <summary>
/// A serialized input, output, event or status. Short ones stand in the record; a long one is a blob, named by the hash of its text,
/// and the record holds the name.
/// </summary>
[JsonConverter(typeof(PayloadJsonConverter))]
internal sealed class Payload
{
    /// <summary>Characters up to which a payload stands in the record itself.</summary>
    public const int InlineLength = 4_096;

    private string? _text;

    public Payload(string text) => _text = text;

    private Payload(string blob, string? text)
    {
        Blob = blob;
        _text = text;
    }

    /// <summary>The name of the blob that holds the text, once it has been written.</summary>
    public string? Blob { get; private set; }

    public string Text => _text ?? throw new InvalidOperationException("The payload's blob has not been read.");

    public bool IsRead => _text is not null;

    /// <summary>Whether the text has to be written to a blob before the record may name it.</summary>
    public bool NeedsBlob => Blob is null && Text.Length > InlineLength;

    public static Payload? Of(string? text) => text is null ? null : new Payload(text);

    public static Payload OfBlob(string blob) => new(blob, null);

    public void WrittenTo(string blob) => Blob = blob;

    public void Read(string text) => _text = text;
}

internal sealed class PayloadJsonConverter : JsonConverter<Payload>
{
    private const string BlobProperty = "blob";

    public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new Payload(reader.GetString()!);
        }

        using var reference = JsonDocument.ParseValue(ref reader);
        return Payload.OfBlob(reference.RootElement.GetProperty(BlobProperty).GetString()!);
    }

    public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options)
    {
        if (value.Blob is null)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(BlobProperty, value.Blob);
        writer.WriteEndObject();
    }
}
