using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Pipeline;

/// <summary>
/// Signs each attempt with the resource's access key, as "Sign an HTTP request with hash-based message authentication code"
/// in the service's documentation describes: HMAC-SHA256 under the decoded key over
/// <c>VERB \n path-and-query \n date;host;Base64(SHA-256(body))</c>.
/// It stands behind the retry policy, so that a repeated attempt carries its own date.
/// </summary>
internal sealed class HmacAuthenticationPolicy(AzureKeyCredential credential) : HttpPipelinePolicy
{
    private const string DateHeader = "x-ms-date";
    private const string ContentHashHeader = "x-ms-content-sha256";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        Sign(message.Request, body);
        ProcessNext(message, pipeline);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken).ConfigureAwait(false);
        }

        Sign(message.Request, body);
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
    }

    private void Sign(Request request, MemoryStream body)
    {
        var uri = request.Uri.ToUri();
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var contentHash = Convert.ToBase64String(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
        var text = $"{request.Method.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{contentHash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(credential.Key), Encoding.ASCII.GetBytes(text)));

        request.Headers.SetValue(ContentHashHeader, contentHash);
        request.Headers.SetValue(HttpHeader.Names.Date, date);
        request.Headers.SetValue(DateHeader, date);
        request.Headers.SetValue(
            HttpHeader.Names.Authorization,
            $"HMAC-SHA256 SignedHeaders={DateHeader};host;{ContentHashHeader}&Signature={signature}");
    }
}
