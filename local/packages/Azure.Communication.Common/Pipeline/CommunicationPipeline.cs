using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Pipeline;

/// <summary>One resource as a client reaches it: its endpoint, the version of the interface, and the pipeline that signs, retries and logs.</summary>
internal sealed class CommunicationPipeline
{
    /// <summary>The scope of the service, with the two slashes that its own clients ask with.</summary>
    private const string Scope = "https://communication.azure.com//.default";

    private readonly Uri _endpoint;
    private readonly string _apiVersion;
    private readonly HttpPipeline _pipeline;

    private CommunicationPipeline(Uri endpoint, string apiVersion, HttpPipeline pipeline)
    {
        _endpoint = endpoint;
        _apiVersion = apiVersion;
        _pipeline = pipeline;
    }

    public static CommunicationPipeline Create(string connectionString, ClientOptions options, string apiVersion)
    {
        var parsed = CommunicationConnectionString.Parse(connectionString);
        return Create(parsed.Endpoint, parsed.Credential, options, apiVersion);
    }

    public static CommunicationPipeline Create(Uri endpoint, AzureKeyCredential credential, ClientOptions options, string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new CommunicationPipeline(endpoint, apiVersion, HttpPipelineBuilder.Build(options, new HmacAuthenticationPolicy(credential)));
    }

    public static CommunicationPipeline Create(Uri endpoint, TokenCredential credential, ClientOptions options, string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        var authentication = new BearerTokenAuthenticationPolicy(credential, Scope);
        return new CommunicationPipeline(endpoint, apiVersion, HttpPipelineBuilder.Build(options, authentication));
    }

    /// <summary>A request to the resource. The path is made of literals and of ids, which are escaped.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path, string? id = null, string? suffix = null)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(_endpoint);
        request.Uri.AppendPath(path, escape: false);
        if (id is not null)
        {
            request.Uri.AppendPath(id, escape: true);
        }

        if (suffix is not null)
        {
            request.Uri.AppendPath(suffix, escape: false);
        }

        request.Uri.AppendQuery("api-version", _apiVersion);
        request.Headers.Add(HttpHeader.Common.JsonAccept);
        return message;
    }

    /// <exception cref="RequestFailedException">The service answered with another status, after the pipeline's retries.</exception>
    public Response Send(HttpMessage message, int expectedStatus, CancellationToken cancellationToken)
    {
        _pipeline.Send(message, cancellationToken);
        return Expect(message.Response, expectedStatus);
    }

    /// <inheritdoc cref="Send"/>
    public async Task<Response> SendAsync(HttpMessage message, int expectedStatus, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Expect(message.Response, expectedStatus);
    }

    private static Response Expect(Response response, int status) =>
        response.Status == status ? response : throw new RequestFailedException(response);
}
