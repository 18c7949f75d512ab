using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Collaborations.Http;

/// <summary>Problem details (RFC 9457). The pages choose their sentence by <paramref name="Code"/>; title and status are for people who read traffic.</summary>
public sealed record Problem(
    int Status,
    string Code,
    string Title,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    int? RetryAfterSeconds = null,
    int? AttemptsLeft = null,
    string? ReadBy = null,
    DateTimeOffset? ReadAt = null,
    string? TraceId = null);

/// <summary>The one place where a broken rule becomes an HTTP answer.</summary>
public static class Problems
{
    public const string MediaType = "application/problem+json";

    public static IResult From(Refusal refusal) => new ProblemResult(Describe(refusal));

    /// <summary>500: nobody expected it. What it was is in the log and nowhere else.</summary>
    public static IResult Unexpected() => new ProblemResult(Named(StatusCodes.Status500InternalServerError, "unexpected"));

    private static Problem Describe(Refusal refusal)
    {
        var problem = Named(Status(refusal), refusal.Code) with
        {
            AttemptsLeft = refusal.TriesLeft,
            ReadBy = refusal.ReadFirst?.Name,
            ReadAt = refusal.ReadFirst?.At,
        };
        return refusal switch
        {
            InvalidForm form => problem with { Errors = Fields(form.Inputs) },
            InvalidInput { Field: not null } input => problem with { Errors = Fields([input]) },
            TooMany many => problem with { RetryAfterSeconds = (int)Math.Ceiling(many.RetryAfter.TotalSeconds) },
            _ => problem,
        };
    }

    private static int Status(Refusal refusal) => refusal switch
    {
        InvalidInput or InvalidForm => StatusCodes.Status400BadRequest,
        Unauthenticated => StatusCodes.Status401Unauthorized,
        Forbidden => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        Conflict => StatusCodes.Status409Conflict,
        Gone => StatusCodes.Status410Gone,
        PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        TooLarge => StatusCodes.Status413PayloadTooLarge,
        TooMany => StatusCodes.Status429TooManyRequests,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException($"{refusal.GetType().Name} is of no kind that has a status."),
    };

    private static Problem Named(int status, string code) => new(status, code, ReasonPhrases.GetReasonPhrase(status));

    private static Dictionary<string, IReadOnlyList<string>> Fields(IReadOnlyList<InvalidInput> inputs) =>
        inputs.GroupBy(input => input.Field ?? string.Empty)
            .ToDictionary(field => field.Key, IReadOnlyList<string> (field) => [.. field.Select(input => input.Code)]);

    private sealed class ProblemResult(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = problem.Status;
            if (problem.RetryAfterSeconds is { } seconds)
            {
                httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            // With or without telemetry: the server gives every request a trace, the caller's where it names one.
            var traced = problem with { TraceId = Activity.Current?.TraceId.ToHexString() };
            return httpContext.Response.WriteAsJsonAsync(traced, ApiJson.Options, MediaType, httpContext.RequestAborted);
        }
    }
}
