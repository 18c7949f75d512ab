using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Takes the answer to a transaction apart: a multipart batch around one change set, or directly around the one refusal
/// (RFC 2046 section 5.1 for the boundaries, OData 3.0 "Batch Processing" for the nesting).
/// </summary>
internal static class BatchReader
{
    /// <exception cref="FormatException">The answer is no multipart message of HTTP responses.</exception>
    public static IReadOnlyList<Response> Read(Response envelope)
    {
        var type = envelope.Headers.ContentType ?? throw new FormatException("The answer to a transaction came without a content type.");
        var responses = new List<Response>();
        Collect(envelope.Content.ToMemory().Span, type, responses);
        return responses.Count > 0 ? responses : throw new FormatException("The answer to a transaction holds no response.");
    }

    private static void Collect(ReadOnlySpan<byte> body, string type, List<Response> responses)
    {
        var delimiter = Encoding.ASCII.GetBytes($"--{Boundary(type)}");
        var rest = body;
        for (var start = rest.IndexOf(delimiter); start >= 0; start = rest.IndexOf(delimiter))
        {
            rest = rest[(start + delimiter.Length)..];
            if (rest.StartsWith("--"u8))
            {
                return;
            }

            var end = rest.IndexOf(delimiter);
            CollectPart(Trimmed(end < 0 ? rest : rest[..end]), responses);
        }
    }

    private static void CollectPart(ReadOnlySpan<byte> part, List<Response> responses)
    {
        var headers = ReadHeaders(ref part);
        var type = headers.Find(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? string.Empty;
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            Collect(part, type, responses);
        }
        else
        {
            responses.Add(ReadResponse(part));
        }
    }

    private static BatchResponse ReadResponse(ReadOnlySpan<byte> part)
    {
        // Azurite 3.35 repeats a boundary above the status line when it refuses a batch for its size.
        var first = ReadLine(ref part);
        while (part.Length > 0 && !first.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            first = ReadLine(ref part);
        }

        var line = first.Split(' ', 3);
        if (line.Length < 2 || !int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new FormatException("A part of the answer to a transaction does not begin with a status line.");
        }

        var headers = ReadHeaders(ref part);
        return new BatchResponse(status, line.Length > 2 ? line[2] : string.Empty, headers, part.TrimEnd("\r\n"u8).ToArray());
    }

    private static List<HttpHeader> ReadHeaders(ref ReadOnlySpan<byte> part)
    {
        var headers = new List<HttpHeader>();
        for (var line = ReadLine(ref part); line.Length > 0; line = ReadLine(ref part))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new FormatException("A header in the answer to a transaction has no colon.");
            }

            headers.Add(new HttpHeader(line[..colon], line[(colon + 1)..].Trim()));
        }

        return headers;
    }

    private static string ReadLine(ref ReadOnlySpan<byte> part)
    {
        var end = part.IndexOf((byte)'\n');
        var line = end < 0 ? part : part[..end];
        part = end < 0 ? default : part[(end + 1)..];
        return Encoding.UTF8.GetString(line).TrimEnd('\r');
    }

    // What follows a delimiter on its own line is padding.
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> part) => part[(part.IndexOf((byte)'\n') + 1)..];

    private static string Boundary(string type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value
            is { } boundary
            ? boundary.Trim('"')
            : throw new FormatException("The answer to a transaction names no boundary.");
}
