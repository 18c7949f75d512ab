using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.Communication.Pipeline;

internal static class JsonRequest
{
    /// <summary>Writes the body once; the bytes are kept, so that signing and repeated attempts read the same.</summary>
    public static void SetJson(this Request request, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        request.Headers.Add(HttpHeader.Common.JsonContentType);
        request.Content = RequestContent.Create(buffer.WrittenMemory);
    }

    public static void WriteOptionalString(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>The string under a name; null where the name is missing or its value is null.</summary>
    public static string? OptionalString(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The number under a name; null where the name is missing or its value is null.</summary>
    public static int? OptionalInt32(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    /// <summary>The object under a name; null where the name is missing or its value is null.</summary>
    public static JsonElement? OptionalObject(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
