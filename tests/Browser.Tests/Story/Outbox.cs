using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Browser.Tests.Story;

/// <summary>What came to an address or a telephone.</summary>
public sealed partial class Outbox(Uri site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The link of the newest email.</summary>
    public async Task<string> LinkAsync(string to, int count = 1) =>
        Link().Match((await NewestAsync(to, count))["text"]!.GetValue<string>()).Value;

    /// <summary>The code of the newest text or call.</summary>
    public async Task<string> CodeAsync(string to, int count = 1)
    {
        var message = await NewestAsync(to, count);
        return message["kind"]!.GetValue<string>() == "call"
            ? string.Concat(Spoken().Match(message["spoken"]!.GetValue<string>()).Value.Where(char.IsAsciiDigit))
            : Code().Match(message["text"]!.GetValue<string>()).Value;
    }

    /// <summary>The HTML of the emails that were sent to an address.</summary>
    public async Task<IReadOnlyList<string>> EmailsAsync(string to)
    {
        using var http = new HttpClient();
        var feed = await http.GetFromJsonAsync<JsonArray>(new Uri(site, "/outbox.json"));
        return [.. feed!.OfType<JsonNode>()
            .Where(message => message["kind"]!.GetValue<string>() == "email" && message["to"]!.GetValue<string>() == to)
            .Select(message => message["html"]!.GetValue<string>())];
    }

    // Another process can only be asked again and again.
    private async Task<JsonNode> NewestAsync(string to, int count)
    {
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            var feed = await http.GetFromJsonAsync<JsonArray>(new Uri(site, "/outbox.json"));
            JsonNode[] found = [.. feed!.OfType<JsonNode>().Where(message => message["to"]!.GetValue<string>() == to)];
            if (found.Length >= count)
            {
                return found[^1];
            }

            await pause.WaitForNextTickAsync();
        }

        throw new TimeoutException($"Fewer than {count} messages came to {to}.");
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();

    [GeneratedRegex("[0-9](, [0-9]){5}")]
    private static partial Regex Spoken();
}
