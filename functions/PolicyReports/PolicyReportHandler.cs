using System.Text.Json;
using Collaborations.Http;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Collaborations.PolicyReports;

/// <summary>
/// Counts what browsers refused to load on our pages (Content Security Policy Level 3, section 5; ASVS 5.0, 3.4.7): a page that was broken by a
/// release, or one into which somebody tried to bring a script. Anybody can send such a report, so of its words only the name of a directive that
/// we know comes into the log.
/// </summary>
public sealed partial class PolicyReportHandler(Throttle throttle, ClientAddress addresses, ILogger<PolicyReportHandler> logger)
{
    /// <summary>Bytes; a browser's own report has a tenth.</summary>
    private const int LargestReport = 32 * 1024;

    /// <summary>Ours: a page that is broken says so a few times.</summary>
    private const int ReportsAnHourAndSource = 60;

    private static readonly HashSet<string> Directives = new(
        ["default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "font-src",
            "connect-src", "media-src", "object-src", "frame-src", "worker-src", "manifest-src", "base-uri", "form-action", "frame-ancestors",
            "require-trusted-types-for", "trusted-types"],
        StringComparer.Ordinal);

    public async Task<Result<Done>> TakeAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await throttle.TakeAsync("policy-reports", addresses.Of(request), ReportsAnHourAndSource, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyRequests(wait);
        }

        return (await RequestBody.ReadBytesAsync(request, LargestReport, cancellation)).Then(Count);
    }

    private Result<Done> Count(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            foreach (var directive in DirectivesIn(document.RootElement))
            {
                Log.Refused(logger, Directives.TryGetValue(directive, out var known) ? known : "other");
            }

            return Done.Instance;
        }
        catch (JsonException)
        {
            return new Malformed();
        }
    }

    // The older form is one object under "csp-report", the Reporting API's a list with each under "body".
    private static IEnumerable<string> DirectivesIn(JsonElement report) => report.ValueKind switch
    {
        JsonValueKind.Array => report.EnumerateArray().SelectMany(DirectivesIn),
        JsonValueKind.Object => new[] { ("csp-report", "effective-directive"), ("csp-report", "violated-directive"), ("body", "effectiveDirective") }
            .Select(path => Text(report, path.Item1, path.Item2)).OfType<string>().Take(1),
        _ => [],
    };

    private static string? Text(JsonElement report, string part, string name) =>
        report.TryGetProperty(part, out var body)
        && body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Split(' ')[0]
            : null;

    private static partial class Log
    {
        [LoggerMessage(EventId = 120, Level = LogLevel.Warning, Message = "A browser refused what {Directive} does not allow")]
        public static partial void Refused(ILogger logger, string directive);
    }
}
