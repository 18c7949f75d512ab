using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// Reads what went wrong: the code stands in the <c>x-ms-error-code</c> header (also where there is no body: HEAD, 304) and in the XML
/// body,
/// which adds a message and details ("Status and error codes").
/// </summary>
internal sealed class StorageErrorParser : RequestFailedDetailsParser
{
    private const string CodeHeader = "x-ms-error-code";

    public static StorageErrorParser Instance { get; } = new();

    public static RequestFailedException Failure(Response response)
    {
        if (response.ContentStream is { CanSeek: false } body)
        {
            var copy = new MemoryStream();
            using (body)
            {
                body.CopyTo(copy);
            }

            Replace(response, copy);
        }

        return new RequestFailedException(response, innerException: null, Instance);
    }

    public static async ValueTask<RequestFailedException> FailureAsync(Response response, CancellationToken cancellationToken)
    {
        if (response.ContentStream is { CanSeek: false } body)
        {
            var copy = new MemoryStream();
            await using (body.ConfigureAwait(false))
            {
                await body.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            }

            Replace(response, copy);
        }

        return new RequestFailedException(response, innerException: null, Instance);
    }

    /// <summary>The code of an answer that is no success; null where it states none.</summary>
    public static string? Code(Response response) => response.Headers.TryGetValue(CodeHeader, out var code) ? code : null;

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        var code = Code(response);
        var body = Body(response);
        data = body?.Elements()
            .Where(element => element.Name.LocalName is not ("Code" or "Message"))
            .GroupBy(element => element.Name.LocalName)
            .ToDictionary(group => group.Key, group => group.First().Value);
        code ??= body?.Element("Code")?.Value;
        error = code is null ? null : new ResponseError(code, body?.Element("Message")?.Value ?? response.ReasonPhrase);
        return error is not null;
    }

    private static void Replace(Response response, MemoryStream copy)
    {
        copy.Position = 0;
        response.ContentStream = copy;
    }

    /// <summary>Null where the body is not the service's: a proxy's page, or nothing.</summary>
    private static XElement? Body(Response response)
    {
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } stream)
        {
            return null;
        }

        stream.Position = 0;
        try
        {
            return XElement.Load(stream) is { Name.LocalName: "Error" } root ? root : null;
        }
        catch (XmlException)
        {
            // Whatever stands between us and the service may answer in its own words; those are in the exception's message.
            return null;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
