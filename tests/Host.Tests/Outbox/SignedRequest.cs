using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Host.Tests.Outbox;

/// <summary>A request signed by hand, for what the clients would not send.</summary>
internal static class SignedRequest
{
    public static HttpRequestMessage Create(HttpClient http, HttpMethod method, string target, string? body, string accessKey, DateTimeOffset? at = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? string.Empty);
        var hash = Convert.ToBase64String(SHA256.HashData(bytes));
        var date = (at ?? DateTimeOffset.UtcNow).ToString("r", CultureInfo.InvariantCulture);
        var text = $"{method}\n{target}\n{date};{http.BaseAddress!.Authority};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(accessKey), Encoding.ASCII.GetBytes(text)));

        var request = new HttpRequestMessage(method, target);
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-content-sha256", hash);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }
}
