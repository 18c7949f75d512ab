using System.Globalization;
using Azure.Core;

namespace Azure.Communication.Pipeline;

/// <summary>
/// The marks of a request that may be repeated (OASIS Repeatable Requests 1.0): an id and when it was first sent.
/// They are made once per operation, before the retries, so every attempt carries the same.
/// </summary>
internal static class Repeatability
{
    public static string NewRequestId() => Guid.NewGuid().ToString();

    /// <summary>IMF-fixdate (RFC 9110, 5.6.7), in seconds.</summary>
    public static string Now() => DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);

    public static void MakeRepeatable(this Request request)
    {
        request.Headers.Add("Repeatability-Request-ID", NewRequestId());
        request.Headers.Add("Repeatability-First-Sent", Now());
    }
}
