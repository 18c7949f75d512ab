using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Collaborations.Http;

public sealed record Malformed() : InvalidInput("malformed");

public sealed record BodyTooLarge() : TooLarge("body-too-large");

/// <summary>
/// Reads bodies itself, because the worker's own [FromBody] answers 500 to a body that is no JSON and has no bound of ours.
/// </summary>
public static class RequestBody
{
    /// <summary>Bytes. The longest form of the contract, a message of 20,000 characters, escaped, is smaller.</summary>
    public const int DefaultLimit = 256 * 1024;

    /// <param name="request">The media type must be application/json: what a form on another site can post is not (ASVS 5.0, 3.5.2).</param>
    /// <param name="limit">Bytes; more is refused before it is read to its end.</param>
    /// <param name="cancellation">The client left.</param>
    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request, int limit, CancellationToken cancellation)
        where T : notnull
    {
        return request.HasJsonContentType() ? (await ReadBytesAsync(request, limit, cancellation)).Then(Parse<T>) : new Malformed();
    }

    /// <summary>A body that is a small file.</summary>
    /// <param name="request">Whose media type must be this one, which no form on another site can post.</param>
    /// <param name="mediaType">Without parameters.</param>
    /// <param name="limit">Bytes; more is refused before it is read to its end.</param>
    /// <param name="cancellation">The client left.</param>
    public static async Task<Result<byte[]>> ReadFileAsync(HttpRequest request, string mediaType, int limit, CancellationToken cancellation) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given) && given.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            ? await ReadBytesAsync(request, limit, cancellation)
            : new Malformed();

    /// <summary>A body of whatever kind, where nothing is done in anybody's name.</summary>
    public static async Task<Result<byte[]>> ReadBytesAsync(HttpRequest request, int limit, CancellationToken cancellation) =>
        !(request.ContentLength > limit) && await ReadAsync(request.Body, limit, cancellation) is { } bytes ? bytes : new BodyTooLarge();

    private static Result<T> Parse<T>(byte[] bytes)
        where T : notnull
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return !HasEmptyItems(document.RootElement) && document.Deserialize<T>(ApiJson.BodyOptions) is { } body ? body : new Malformed();
        }
        catch (JsonException)
        {
            return new Malformed();
        }
    }

    // No list of the contract has items that may be null; the serializer does not look at what a list is of.
    private static bool HasEmptyItems(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasEmptyItems(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HasEmptyItems(member.Value)),
        _ => false,
    };

    // A chunked body names no length, so it is counted while it is read.
    private static async Task<byte[]?> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (read.Length + count > limit)
            {
                return null;
            }

            await read.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return read.ToArray();
    }
}
