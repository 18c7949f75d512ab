using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Packages.Tests.Blobs;

/// <summary>Answers requests from a script instead of a network, and keeps what was asked.</summary>
public sealed class ScriptedService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();
    private readonly List<Asked> _requests = [];
    private readonly HttpClient _client;

    public ScriptedService() => _client = new HttpClient(this, disposeHandler: false);

    public IReadOnlyList<Asked> Requests => _requests;

    /// <summary>Told of each request before it is answered.</summary>
    public Action? OnRequest { get; set; }

    public HttpPipelineTransport Transport => new HttpClientTransport(_client);

    /// <summary>Options without a pause between tries.</summary>
    public BlobClientOptions Options
    {
        get
        {
            var options = new BlobClientOptions { Transport = Transport };
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.MaxDelay = TimeSpan.Zero;
            return options;
        }
    }

    public static string Error(string code, string message, string more = "") =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{message}</Message>{more}</Error>";

    public ScriptedService Answer(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answer(status, () => new StringContent(body, Encoding.UTF8, "application/xml"), headers);

    public ScriptedService Answer(int status, Func<HttpContent> body, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = body() };
            foreach (var (name, value) in headers)
            {
                if (!answer.Headers.TryAddWithoutValidation(name, value))
                {
                    answer.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }

            return answer;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OnRequest?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return Keep(request, request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OnRequest?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Keep(request, body.ToArray());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
        }

        base.Dispose(disposing);
    }

    private HttpResponseMessage Keep(HttpRequestMessage request, byte[] body)
    {
        var headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _requests.Add(new Asked(request.Method.Method, request.RequestUri!, headers, Encoding.UTF8.GetString(body)));
        return _answers.TryDequeue(out var answer)
            ? answer()
            : throw new InvalidOperationException($"No answer is left for {request.RequestUri}.");
    }

    public sealed record Asked(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
}

/// <summary>A body whose connection breaks after so many bytes.</summary>
public sealed class BrokenContent : HttpContent
{
    private readonly byte[] _whole;
    private readonly int _until;

    /// <param name="whole">What should have come.</param>
    /// <param name="until">How much of it comes.</param>
    public BrokenContent(byte[] whole, int until)
    {
        (_whole, _until) = (whole, until);
        Headers.ContentLength = whole.Length;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Breaking(_whole, _until));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new Breaking(_whole, _until);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = _whole.Length;
        return true;
    }

    private sealed class Breaking(byte[] whole, int until) : MemoryStream
    {
        private int _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position == until)
            {
                throw new IOException("The connection broke.");
            }

            var read = Math.Min(count, until - _position);
            whole.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }

        public override int Read(Span<byte> buffer)
        {
            var portion = new byte[buffer.Length];
            var read = Read(portion, 0, portion.Length);
            portion.AsSpan(0, read).CopyTo(buffer);
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(
            Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));
    }
}
