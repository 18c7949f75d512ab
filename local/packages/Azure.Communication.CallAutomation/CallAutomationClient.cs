using Azure.Communication.Pipeline;
using Azure.Core;

namespace Azure.Communication.CallAutomation;

/// <summary>
/// Makes calls through a communication resource. The service answers at once that it is dialling, and tells the rest
/// (connected, played, ended) by events posted to the callback address of the call; <see cref="CallAutomationEventParser"/> reads them.
/// </summary>
public class CallAutomationClient
{
    private readonly CommunicationPipeline _pipeline = null!;

    public CallAutomationClient(string connectionString)
        : this(connectionString, new CallAutomationClientOptions())
    {
    }

    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    /// <exception cref="InvalidOperationException">A part has no name or value, stands twice, or endpoint or access key is missing.</exception>
    public CallAutomationClient(string connectionString, CallAutomationClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _pipeline = CommunicationPipeline.Create(connectionString, options, options.ApiVersion);
        Source = options.Source;
    }

    public CallAutomationClient(Uri endpoint, TokenCredential credential, CallAutomationClientOptions? options = null)
    {
        options ??= new CallAutomationClientOptions();
        _pipeline = CommunicationPipeline.Create(endpoint, credential, options, options.ApiVersion);
        Source = options.Source;
    }

    /// <summary>For a test's own client, which overrides what it needs.</summary>
    protected CallAutomationClient()
    {
    }

    /// <inheritdoc cref="CallAutomationClientOptions.Source"/>
    public CommunicationUserIdentifier? Source { get; }

    /// <inheritdoc cref="CreateCall(CreateCallOptions, CancellationToken)"/>
    public virtual Response<CreateCallResult> CreateCall(CallInvite callInvite, Uri callbackUri, CancellationToken cancellationToken = default) =>
        CreateCall(new CreateCallOptions(callInvite, callbackUri), cancellationToken);

    /// <summary>Starts to dial. Repeated by the caller, it dials again; the pipeline's retries do not.</summary>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="RequestFailedException">The service refused the call, or could not be reached.</exception>
    public virtual Response<CreateCallResult> CreateCall(CreateCallOptions options, CancellationToken cancellationToken = default)
    {
        using var message = CreateRequest(options);
        return Read(_pipeline.Send(message, 201, cancellationToken));
    }

    /// <inheritdoc cref="CreateCall(CreateCallOptions, CancellationToken)"/>
    public virtual Task<Response<CreateCallResult>> CreateCallAsync(
        CallInvite callInvite,
        Uri callbackUri,
        CancellationToken cancellationToken = default) =>
        CreateCallAsync(new CreateCallOptions(callInvite, callbackUri), cancellationToken);

    /// <inheritdoc cref="CreateCall(CreateCallOptions, CancellationToken)"/>
    public virtual async Task<Response<CreateCallResult>> CreateCallAsync(CreateCallOptions options, CancellationToken cancellationToken = default)
    {
        using var message = CreateRequest(options);
        return Read(await _pipeline.SendAsync(message, 201, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A call by its id, as an event or an earlier result named it. Nothing is asked of the service.</summary>
    public virtual CallConnection GetCallConnection(string callConnectionId)
    {
        ArgumentNullException.ThrowIfNull(callConnectionId);
        return new CallConnection(callConnectionId, _pipeline);
    }

    private HttpMessage CreateRequest(CreateCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var message = _pipeline.CreateMessage(RequestMethod.Post, "/calling/callConnections");
        message.Request.MakeRepeatable();
        message.Request.SetJson(writer => options.Write(writer, Source));
        return message;
    }

    private Response<CreateCallResult> Read(Response response)
    {
        var properties = CallConnectionProperties.Read(response);
        return Response.FromValue(new CreateCallResult(GetCallConnection(properties.CallConnectionId), properties), response);
    }
}
