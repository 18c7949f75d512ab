using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Collaborations.Http;

/// <summary>Answers of what was done.</summary>
public static class Answers
{
    public static IResult Ok<T>(T body) => Json(body, StatusCodes.Status200OK);

    public static IResult Created<T>(T body) => Json(body, StatusCodes.Status201Created);

    /// <summary>The step is saved, and what follows from it is under way: the body says where it stands.</summary>
    public static IResult Accepted<T>(T body) => Json(body, StatusCodes.Status202Accepted);

    public static IResult NoContent<T>(T body) => Results.NoContent();

    public static IResult AcceptedEmpty<T>(T body) => Results.StatusCode(StatusCodes.Status202Accepted);

    public static IResult Json<T>(T body, int status) => Results.Json(body, ApiJson.Options, contentType: null, statusCode: status);

    /// <summary>200 with the version; 304 where the caller has it already (RFC 9110, 13.1.2).</summary>
    /// <param name="request">Read for If-None-Match.</param>
    /// <param name="body">Not written with 304.</param>
    /// <param name="version">Changes whenever the body does; visible ASCII without quotes.</param>
    public static IResult Versioned<T>(HttpRequest request, T body, string version)
    {
        var etag = $"\"{version}\"";
        request.HttpContext.Response.Headers.ETag = etag;
        return Matches(request.Headers.IfNoneMatch, etag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Ok(body);
    }

    public static bool IsUnchanged(IResult answer) => answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status304NotModified };

    /// <summary>What the caller says it had read; null where it says nothing.</summary>
    public static string? ExpectedVersion(HttpRequest request) =>
        request.Headers.IfMatch.ToString() is { Length: > 0 } text ? text.Trim('"') : null;

    // Weak comparison, as the rule for If-None-Match asks: a proxy that compresses makes a strong tag weak.
    private static bool Matches(StringValues header, string etag) =>
        EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var tags)
        && tags.Any(tag => tag.Tag == "*" || tag.Tag == etag);
}
