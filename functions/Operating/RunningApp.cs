using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Operating;

/// <summary>The routes of an app that runs, with the operators' key.</summary>
internal sealed class RunningApp : IDisposable
{
    /// <summary>The option that says where it is.</summary>
    public const string AddressOption = "address";

    /// <summary>Of the environment, and never an argument: those stand in the machine's list of processes.</summary>
    private const string KeySetting = "OPERATOR_KEY";

    private readonly HttpClient _http;

    private RunningApp(HttpClient http) => _http = http;

    /// <summary>Sends one request.</summary>
    /// <param name="call">Where the app is, and where it is said what kept the request from being answered.</param>
    /// <param name="method">Of the request.</param>
    /// <param name="path">Below <c>/api/operations/</c>.</param>
    /// <param name="body">Null for none.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>The answer; null where there was none, or a refusal, which has been said then.</returns>
    public static async Task<JsonNode?> AskAsync(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var app = Open(call);
        if (app is null)
        {
            await call.SayAsync(
                $"Give the app's address with --{AddressOption} (https, or http on this machine), and the operators' key in the environment as {KeySetting}.", cancellation);
            return null;
        }

        return await app.SendAsync(call, method, path, body, cancellation);
    }

    public void Dispose() => _http.Dispose();

    // The key goes over no network in the open.
    private static RunningApp? Open(OperatorCall call)
    {
        if (call.Console.Configuration[KeySetting] is not { Length: > 0 } key
            || !call.Options.TryGetValue(AddressOption, out var text)
            || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return null;
        }

        var http = new HttpClient(call.Console.Network()) { BaseAddress = new Uri(address, "/api/operations/") };
        http.DefaultRequestHeaders.Add(OperatorGate.Header, key);
        return new RunningApp(http);
    }

    private async Task<JsonNode?> SendAsync(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var answer = await ReadAsync(response, cancellation);
            if (response.IsSuccessStatusCode)
            {
                return answer;
            }

            await call.SayAsync($"Refused: {(int)response.StatusCode} {answer?["code"]}", cancellation);
        }
        catch (HttpRequestException failure)
        {
            await call.SayAsync($"The app does not answer: {failure.HttpRequestError}", cancellation);
        }

        return null;
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))
            : null;
}
