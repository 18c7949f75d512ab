using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Packages.Tests.Communication;

/// <summary>
/// A communication resource on the loopback address: it keeps what it was asked, byte for byte, and gives the answers that a test
/// laid out, in their order. What is asked beyond them is answered with 500.
/// </summary>
public sealed class LoopbackService : IAsyncLifetime
{
    /// <summary>Any key will do: 32 fixed bytes.</summary>
    public static readonly string AccessKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private WebApplication? _application;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    public string ConnectionString => $"endpoint={Endpoint};accesskey={AccessKey}";

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    public SeenRequest Request => Assert.Single(_requests);

    public LoopbackService Answers(int status, string? json = null, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(new Answer(status, json, headers));
        return this;
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(AnswerAsync);
        await _application.StartAsync();
        Endpoint = new Uri(_application.Urls.Single() + "/");
    }

    public async Task DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue(new SeenRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));

        var answer = _answers.TryDequeue(out var next) ? next : new Answer(500, """{"error":{"code":"NotLaidOut","message":"no answer was laid out"}}""", []);
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Json is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Json);
        }
    }

    private sealed record Answer(int Status, string? Json, (string Name, string Value)[] Headers);
}

/// <summary>One request as it came over the wire; the target is the raw one of the request line.</summary>
public sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>Compares with the JSON of the documentation, whatever the order of names.</summary>
    public void AssertJson(string expected) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, Json), $"Expected {expected}\nbut got {Text}");
}
