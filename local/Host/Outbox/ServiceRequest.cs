using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Local.Host.Outbox;

/// <summary>
/// Takes a request as the service does: signature first, by the steps of "Sign an HTTP request with hash-based message
/// authentication code", then the version, then the body.
/// </summary>
internal sealed class ServiceRequest(OutboxOptions options)
{
    /// <summary>How far the date of a request may be from now: 15 minutes, as the scheme's reference says.</summary>
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    /// <summary>The answer to a request that must not be carried out; null lets it in.</summary>
    public async Task<(IResult? Refusal, byte[] Body)> AdmitAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        if (!IsSigned(context, body))
        {
            return (ServiceAnswer.Error(StatusCodes.Status401Unauthorized, "Denied", "The signature does not match."), body);
        }

        if (options.Faults.TakeRefusal() is { } fault)
        {
            if (fault.RetryAfter is { } wait)
            {
                context.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return (ServiceAnswer.Error(fault.Status, "OnPurpose", "This failure was asked for."), body);
        }

        return string.IsNullOrEmpty(context.Request.Query["api-version"])
            ? (ServiceAnswer.BadRequest("The query lacks api-version."), body)
            : (null, body);
    }

    /// <summary>As <see cref="AdmitAsync"/>, and reads the body as JSON.</summary>
    public async Task<(IResult? Refusal, T? Body)> AdmitAsync<T>(HttpContext context)
        where T : class
    {
        var (refusal, body) = await AdmitAsync(context);
        if (refusal is not null)
        {
            return (refusal, null);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web) is { } request
                ? (null, request)
                : (ServiceAnswer.BadRequest("The body is null."), null);
        }
        catch (JsonException error)
        {
            return (ServiceAnswer.BadRequest($"The body is not as documented: {error.Path ?? "no JSON"}."), null);
        }
    }

    private bool IsSigned(HttpContext context, byte[] body)
    {
        var headers = context.Request.Headers;
        var date = headers["x-ms-date"].ToString();
        var contentHash = Convert.ToBase64String(SHA256.HashData(body));

        // The clients date their requests by the machine's clock, whatever clock the host was given.
        if (!DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var sent)
            || (TimeProvider.System.GetUtcNow() - sent).Duration() > AllowedSkew
            || !Same(headers["x-ms-content-sha256"].ToString(), contentHash))
        {
            return false;
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = string.IsNullOrEmpty(target) ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : target;
        var text = $"{context.Request.Method}\n{path}\n{date};{context.Request.Host.Value};{contentHash}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(options.AccessKey), Encoding.ASCII.GetBytes(text));
        return Same(
            headers.Authorization.ToString(),
            $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={Convert.ToBase64String(signature)}");
    }

    private static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}

internal static class ServiceAnswer
{
    /// <summary>The form that every Azure service gives its errors.</summary>
    public static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);

    public static IResult BadRequest(string message) => Error(StatusCodes.Status400BadRequest, "BadRequest", message);
}
