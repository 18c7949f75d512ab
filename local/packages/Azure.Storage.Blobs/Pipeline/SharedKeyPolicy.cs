using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// Signs each try of a request with the account's key: "Authorize with Shared Key", the format of version 2015-02-21 and later.
/// </summary>
internal sealed class SharedKeyPolicy(StorageSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    /// <summary>The headers whose bare values are signed, in this order; Content-Length stands between the second and the third.</summary>
    private static readonly string[] SignedHeaders =
    [
        "Content-MD5", "Content-Type", "Date", "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture));
        var signature = credential.Sign(StringToSign(request, credential.AccountName));
        request.Headers.SetValue("Authorization", $"SharedKey {credential.AccountName}:{signature}");
    }

    internal static string StringToSign(Request request, string account)
    {
        var text = new StringBuilder()
            .Append(request.Method.Method).Append('\n')
            .Append(Header(request, "Content-Encoding")).Append('\n')
            .Append(Header(request, "Content-Language")).Append('\n')
            .Append(ContentLength(request)).Append('\n');
        foreach (var name in SignedHeaders)
        {
            // x-ms-date is always sent and takes the place of Date.
            text.Append(name == "Date" ? string.Empty : Header(request, name)).Append('\n');
        }

        AppendServiceHeaders(text, request);
        AppendResource(text, request.Uri.ToUri(), account);
        return text.ToString();
    }

    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value ?? string.Empty : string.Empty;

    /// <summary>Empty for a length of nought, since version 2015-02-21.</summary>
    private static string ContentLength(Request request) =>
        request.Content is { } body && body.TryComputeLength(out var length) && length > 0
            ? length.ToString(CultureInfo.InvariantCulture)
            : string.Empty;

    private static void AppendServiceHeaders(StringBuilder text, Request request)
    {
        var headers = request.Headers
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .Select(header => (Name: header.Name.ToLower(CultureInfo.InvariantCulture), header.Value))
            .OrderBy(header => header.Name, HeaderNameOrder.Instance);
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }
    }

    private static void AppendResource(StringBuilder text, Uri uri, string account)
    {
        text.Append('/').Append(account).Append(uri.AbsolutePath.Length > 0 ? uri.AbsolutePath : "/");
        var parameters = UriQuery.Parse(uri.Query)
            .GroupBy(pair => pair.Name.ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            text.Append('\n').Append(parameter.Key).Append(':')
                .AppendJoin(',', parameter.Select(pair => pair.Value).Order(StringComparer.Ordinal));
        }
    }
}
