using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Reads the code and the message from an <c>odata.error</c> body ("Status and error codes", Table service).
/// A message about a transaction begins with the position of the refused action and a colon.
/// </summary>
internal sealed partial class TableErrorParser : RequestFailedDetailsParser
{
    /// <summary>The key in <see cref="Exception.Data"/> under which the position is kept, as text.</summary>
    public const string FailedEntity = "FailedEntity";

    public static TableErrorParser Instance { get; } = new();

    public static string? CodeOf(Response response) =>
        Instance.TryParse(response, out var error, out _) ? error.Code : null;

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not MemoryStream || response.Content.ToMemory().IsEmpty)
        {
            return false;
        }

        try
        {
            using var body = JsonDocument.Parse(response.Content);
            var problem = body.RootElement.GetProperty("odata.error");
            var message = problem.GetProperty("message").GetProperty("value").GetString() ?? string.Empty;
            if (Position().Match(message) is { Success: true } position)
            {
                data = new Dictionary<string, string> { [FailedEntity] = position.Value };
            }

            error = new ResponseError(problem.GetProperty("code").GetString(), message);
            return true;
        }
        catch (Exception notThatForm) when (notThatForm is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page or another service's error: the exception then carries status and body as they came.
            return false;
        }
    }

    [GeneratedRegex(@"^\d{1,9}(?=:)")]
    private static partial Regex Position();
}
