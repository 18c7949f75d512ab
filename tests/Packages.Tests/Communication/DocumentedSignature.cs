using System.Security.Cryptography;
using System.Text;

namespace Packages.Tests.Communication;

/// <summary>
/// The signature computed from what came over the wire, by the steps of "Sign an HTTP request with hash-based message
/// authentication code": content hash, string to sign, HMAC, header. It shares no code with the clients.
/// </summary>
internal static class DocumentedSignature
{
    public static void AssertOn(SeenRequest request, string accessKey)
    {
        var contentHash = Convert.ToBase64String(SHA256.HashData(request.Body.Span));
        Assert.Equal(contentHash, request.Headers["x-ms-content-sha256"]);

        var date = request.Headers["x-ms-date"];
        Assert.True(DateTimeOffset.TryParseExact(date, "r", null, System.Globalization.DateTimeStyles.None, out var when), date);
        Assert.InRange(when, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));

        var lines = new[] { request.Method, request.Target, string.Join(';', date, request.Headers["Host"], contentHash) };
        using var hmac = new HMACSHA256(Convert.FromBase64String(accessKey));
        var signature = Convert.ToBase64String(hmac.ComputeHash(Encoding.ASCII.GetBytes(string.Join('\n', lines))));
        Assert.Equal(
            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature,
            request.Headers["Authorization"]);
    }
}
