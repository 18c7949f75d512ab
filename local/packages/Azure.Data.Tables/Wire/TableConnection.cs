using Azure.Core;
using Azure.Core.Pipeline;
using Local.Storage;

namespace Azure.Data.Tables.Wire;

/// <summary>An account's tables, reached through one pipeline; shared by a service client and the table clients it makes.</summary>
internal sealed class TableConnection
{
    private readonly HttpPipeline _pipeline;
    private readonly bool _traced;

    private TableConnection(
        TableEndpoint endpoint, TableClientOptions? options, HttpPipelinePolicy? authorization, HttpPipelineTransport? transport = null)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        AccountName = endpoint.AccountName;
        Version = options.Version;
        _traced = options.Diagnostics.IsDistributedTracingEnabled;
        _pipeline = Build(options, authorization, transport);
    }

    public TableEndpoint Endpoint { get; }

    public string AccountName { get; private init; }

    public string Version { get; }

    /// <summary>What signs shared access signatures; null unless the client was made with the account's key.</summary>
    public TableSharedKeyCredential? Key { get; private init; }

    /// <exception cref="ArgumentException">The connection string is null or empty.</exception>
    /// <exception cref="InvalidOperationException">It names no account, or neither a key nor a signature for it.</exception>
    public static TableConnection ByConnectionString(string connectionString, TableClientOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        try
        {
            var parsed = StorageConnectionString.Parse(connectionString);
            var endpoint = TableEndpoint.OfAccount(parsed.TableEndpoint) with { Signature = parsed.SharedAccessSignature };
            if (parsed is { AccountName: { } name, AccountKey: { } key })
            {
                var credential = new TableSharedKeyCredential(name, key);
                var signing = new SharedKeyLitePolicy(credential);
                return new TableConnection(endpoint, options, signing, parsed.Transport) { AccountName = name, Key = credential };
            }

            var account = parsed.AccountName ?? endpoint.AccountName;
            return parsed.SharedAccessSignature is null && parsed.Transport is null
                ? throw new FormatException("It has neither an account key nor a shared access signature.")
                : new TableConnection(endpoint, options, null, parsed.Transport) { AccountName = account };
        }
        catch (FormatException problem)
        {
            throw new InvalidOperationException($"The connection string is not valid: {problem.Message}", problem);
        }
    }

    public static TableConnection ByKey(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableConnection(TableEndpoint.OfAccount(endpoint), options, new SharedKeyLitePolicy(credential)) { Key = credential };
    }

    public static TableConnection ByToken(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(tokenCredential);
        var scope = (options?.Audience ?? TableAudience.AzurePublicCloud).Scope;
        return new TableConnection(TableEndpoint.OfAccount(endpoint), options, new BearerTokenAuthenticationPolicy(tokenCredential, scope));
    }

    public static TableConnection BySignature(TableEndpoint endpoint, AzureSasCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableConnection(endpoint, options, new SharedAccessSignaturePolicy(credential));
    }

    /// <summary>With the signature that the endpoint's own query carries.</summary>
    public static TableConnection ByEndpoint(TableEndpoint endpoint, TableClientOptions? options) => new(endpoint, options, null);

    /// <param name="path">Below the account's address, percent-encoded.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri($"{Endpoint.Service.AbsoluteUri.TrimEnd('/')}/{path}"));
        request.Uri.Query = Endpoint.Signature ?? string.Empty;
        request.Headers.Add("x-ms-version", Version);
        return message;
    }

    /// <param name="tolerated">A failing status that the caller takes for an answer.</param>
    /// <exception cref="RequestFailedException">The service refused, or did not answer after every retry.</exception>
    public Response Send(string operation, HttpMessage message, int? tolerated, CancellationToken cancellationToken)
    {
        using var scope = OperationScope.Start(operation, _traced);
        try
        {
            using (message)
            {
                _pipeline.Send(message, cancellationToken);
                return Accept(message.Response, tolerated);
            }
        }
        catch (Exception problem)
        {
            scope.Failed(problem);
            throw;
        }
    }

    /// <inheritdoc cref="Send"/>
    public async Task<Response> SendAsync(string operation, HttpMessage message, int? tolerated, CancellationToken cancellationToken)
    {
        using var scope = OperationScope.Start(operation, _traced);
        try
        {
            using (message)
            {
                await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
                return Accept(message.Response, tolerated);
            }
        }
        catch (Exception problem)
        {
            scope.Failed(problem);
            throw;
        }
    }

    private static Response Accept(Response response, int? tolerated) =>
        response.Status < 400 || response.Status == tolerated ? response : throw new RequestFailedException(response);

    private static HttpPipeline Build(TableClientOptions options, HttpPipelinePolicy? authorization, HttpPipelineTransport? transport)
    {
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Instance };
        if (authorization is not null)
        {
            pipeline.PerRetryPolicies.Add(authorization);
        }

        return StorePipeline.Build(pipeline, transport);
    }
}
