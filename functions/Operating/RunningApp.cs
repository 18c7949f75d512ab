using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Collaborations.Http;

namespace Collaborations.Operating;

/// <summary>An answer of the app's.</summary>
/// <param name="Value">As this program reads it.</param>
/// <param name="Json">As it came.</param>
internal sealed record AppAnswer<T>(T Value, string Json);

/// <summary>The routes of an app that runs, with the operators' key.</summary>
internal sealed class RunningApp : IDisposable
{
    /// <summary>The option that says where it is.</summary>
    public const string AddressOption = "address";

    /// <summary>Of the environment, and never an argument: those stand in the machine's list of processes.</summary>
    private const string KeySetting = "OPERATOR_KEY";

    // What is not nullable has to be there; what a newer app says besides does not matter.
    private static readonly JsonSerializerOptions Reading = new(ApiJson.BodyOptions) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private readonly HttpClient _http;

    private RunningApp(HttpClient http) => _http = http;

    /// <summary>Sends one request.</summary>
    /// <typeparam name="T">What the answer says.</typeparam>
    /// <param name="call">Where the app is, and where it is said what kept the request from being answered.</param>
    /// <param name="method">Of the request.</param>
    /// <param name="path">Below <c>/api/operations/</c>.</param>
    /// <param name="body">Null for none.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>The answer; null where there was none, or a refusal, or something that is no answer of this app's, which has been said then.</returns>
    public static async Task<AppAnswer<T>?> AskAsync<T>(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
        where T : class
    {
        using var app = Open(call);
        if (app is null)
        {
            await call.SayAsync(
                $"Give the app's address with --{AddressOption} (https, or http on this machine), and the operators' key in the environment as {KeySetting}.", cancellation);
            return null;
        }

        return await app.SendAsync<T>(call, method, path, body, cancellation);
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

    private async Task<AppAnswer<T>?> SendAsync<T>(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        string said;
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.IsSuccessStatusCode && Read<T>(bytes) is { } answer)
            {
                return answer;
            }

            said = response.IsSuccessStatusCode
                ? $"What answers there is not this app, or another version of it: {(int)response.StatusCode}, and not what was asked for."
                : $"Refused: {(int)response.StatusCode} {CodeOf(bytes)}".TrimEnd();
        }
        catch (HttpRequestException failure)
        {
            said = $"The app does not answer: {failure.HttpRequestError}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            said = "The app does not answer in time. It may have done what was asked.";
        }

        await call.SayAsync(said, cancellation);
        return null;
    }

    private static AppAnswer<T>? Read<T>(byte[] bytes)
        where T : class
    {
        try
        {
            return JsonNode.Parse(bytes) is { } json && json.Deserialize<T>(Reading) is { } value ? new AppAnswer<T>(value, json.ToJsonString()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A refusal may be somebody else's who stands in between, and then no JSON.
    private static string? CodeOf(byte[] bytes)
    {
        try
        {
            return (JsonNode.Parse(bytes) as JsonObject)?["code"] is JsonValue code && code.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
