using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

/// <summary>Answers requests from a script instead of a network, and keeps what was asked.</summary>
public sealed class ScriptedHandler : HttpMessageHandler
{
    public const string Json = "application/json;odata=minimalmetadata";

    private readonly Queue<HttpResponseMessage> _answers = new();

    public List<Asked> Requests { get; } = [];

    /// <summary>Options without a pause between tries.</summary>
    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)) };
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.MaxDelay = TimeSpan.Zero;
            return options;
        }
    }

    public static string Error(string code, string message) =>
        $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{message}}}}"}}}""";

    public ScriptedHandler Answer(int status, string body = "", string type = Json, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
        answer.Content.Headers.Remove("Content-Type");
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        return Keep(request, body);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Content is null)
        {
            return Keep(request, string.Empty);
        }

        using var body = new MemoryStream();
        request.Content.CopyTo(body, null, cancellationToken);
        return Keep(request, Encoding.UTF8.GetString(body.ToArray()));
    }

    private HttpResponseMessage Keep(HttpRequestMessage request, string body)
    {
        var headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new Asked(request.Method.Method, request.RequestUri!, headers, body));
        return _answers.TryDequeue(out var answer)
            ? answer
            : throw new InvalidOperationException($"No answer is left for {request.RequestUri}.");
    }

    public sealed record Asked(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
}
