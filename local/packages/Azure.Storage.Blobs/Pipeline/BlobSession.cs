using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// What the clients of one account share: the pipeline, what signs its requests, and the facts of their options.
/// Safe for use from many threads.
/// </summary>
internal sealed class BlobSession
{
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public BlobSession(BlobClientOptions options, BlobCredential credential, HttpPipelineTransport? storeTransport = null)
    {
        _version = options.VersionHeader;
        TrimBlobNameSlashes = options.TrimBlobNameSlashes;
        MaxRetries = options.Retry.MaxRetries;
        SharedKey = credential.SharedKey;
        _pipeline = Build(options, credential.CreatePolicy(options), storeTransport);
    }

    /// <summary>Null where the clients cannot sign: then they cannot make a SAS either.</summary>
    public StorageSharedKeyCredential? SharedKey { get; }

    public bool TrimBlobNameSlashes { get; }

    /// <summary>How often a request, or the body of an answer that breaks off, is tried again.</summary>
    public int MaxRetries { get; }

    public Response<T> Send<T>(StorageOperation<T> operation, CancellationToken cancellationToken)
    {
        using var message = Create(operation);
        _pipeline.Send(message, cancellationToken);
        if (!operation.IsExpected(message.Response))
        {
            throw StorageErrorParser.Failure(message.Response);
        }

        return Result(operation, message);
    }

    public async Task<Response<T>> SendAsync<T>(StorageOperation<T> operation, CancellationToken cancellationToken)
    {
        using var message = Create(operation);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (!operation.IsExpected(message.Response))
        {
            throw await StorageErrorParser.FailureAsync(message.Response, cancellationToken).ConfigureAwait(false);
        }

        return Result(operation, message);
    }

    /// <summary>For an operation whose answer says nothing but that it was done.</summary>
    public Response Send(StorageOperation<Response> operation, CancellationToken cancellationToken) =>
        Send<Response>(operation, cancellationToken).Value;

    /// <inheritdoc cref="Send(StorageOperation{Response}, CancellationToken)"/>
    public async Task<Response> SendAsync(StorageOperation<Response> operation, CancellationToken cancellationToken) =>
        (await SendAsync<Response>(operation, cancellationToken).ConfigureAwait(false)).Value;

    private static Response<T> Result<T>(StorageOperation<T> operation, HttpMessage message)
    {
        var result = Response.FromValue(operation.Read(message.Response), message.Response);
        if (operation.StreamsBody)
        {
            // The reader above took the stream as its own; without this the message would dispose it on the way out.
            _ = message.ExtractResponseContent();
        }

        return result;
    }

    private static HttpPipeline Build(BlobClientOptions options, HttpPipelinePolicy? authentication, HttpPipelineTransport? storeTransport)
    {
        var pipelineOptions = new HttpPipelineOptions(options) { RequestFailedDetailsParser = StorageErrorParser.Instance };
        if (authentication is not null)
        {
            pipelineOptions.PerRetryPolicies.Add(authentication);
        }

        // The options are the caller's and may make further clients, on the network or on another store: they are given back as they were.
        lock (options)
        {
            var given = options.Transport;
            var isCallersChoice = !ReferenceEquals(given, ClientOptions.Default.Transport);
            if (storeTransport is null || isCallersChoice)
            {
                return HttpPipelineBuilder.Build(pipelineOptions);
            }

            options.Transport = storeTransport;
            try
            {
                return HttpPipelineBuilder.Build(pipelineOptions);
            }
            finally
            {
                options.Transport = given;
            }
        }
    }

    private HttpMessage Create<T>(StorageOperation<T> operation)
    {
        var message = _pipeline.CreateMessage();
        message.BufferResponse = !operation.StreamsBody;
        var request = message.Request;
        request.Method = operation.Method;
        request.Uri.Reset(operation.Resource);
        foreach (var (name, value) in operation.QueryParameters)
        {
            request.Uri.AppendQuery(name, value, escapeValue: true);
        }

        request.Headers.SetValue("x-ms-version", _version);
        request.Headers.SetValue("Accept", "application/xml");
        foreach (var (name, value) in operation.RequestHeaders)
        {
            request.Headers.SetValue(name, value);
        }

        request.Content = operation.Body;
        return message;
    }
}
