using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Collaborations.Tests.Story;

/// <summary>Looks into the mailbox and at the telephone of anybody.</summary>
public sealed partial class OutboxReader(HttpClient http)
{
    /// <summary>Waits until so many messages to this address are there, and gives the last.</summary>
    public async Task<JsonNode> LatestAsync(string to, int count = 1)
    {
        var there = await Eventually.ReadAsync(
            () => AllAsync(to), found => found.Count >= count, found => $"{found.Count} messages to {to} instead of {count}.");
        return there[count - 1];
    }

    /// <summary>Waits for an email whose subject has these words.</summary>
    public async Task<JsonNode> FindAsync(string to, string words)
    {
        for (var count = 1; ; count++)
        {
            var seen = await LatestAsync(to, count);
            if (seen["subject"]?.GetValue<string>().Contains(words, StringComparison.Ordinal) == true)
            {
                return seen;
            }
        }
    }

    public async Task<IReadOnlyList<JsonNode>> AllAsync(string to)
    {
        var feed = await http.GetFromJsonAsync<JsonArray>("outbox.json");
        return [.. feed!.OfType<JsonNode>().Where(message => message["to"]!.GetValue<string>() == to)];
    }

    /// <summary>The secret of the link in one of the emails with a link, counted from 1.</summary>
    public async Task<string> TokenAsync(string to, int which)
    {
        for (var count = 1; ; count++)
        {
            if (TokenOf(await LatestAsync(to, count)) is { Length: > 0 } token && --which == 0)
            {
                return token;
            }
        }
    }

    /// <summary>The secret of the link in an email; empty where it has none.</summary>
    public static string TokenOf(JsonNode email) => Token().Match(email["text"]!.GetValue<string>()).Groups[1].Value;

    /// <summary>The six digits of a text, or of what a call said.</summary>
    public static string CodeOf(JsonNode message) => message["kind"]!.GetValue<string>() == "call"
        ? string.Concat(Spoken().Match(message["spoken"]!.GetValue<string>()).Value.Where(char.IsAsciiDigit))
        : Code().Match(message["text"]!.GetValue<string>()).Value;

    [GeneratedRegex("#([A-Za-z0-9_-]{43})")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();

    [GeneratedRegex("[0-9](, [0-9]){5}")]
    private static partial Regex Spoken();
}
