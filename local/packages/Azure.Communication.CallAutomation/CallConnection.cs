using Azure.Communication.Pipeline;
using Azure.Core;

namespace Azure.Communication.CallAutomation;

/// <summary>One call, by its id.</summary>
public class CallConnection
{
    private const string Path = "/calling/callConnections/";

    private readonly CommunicationPipeline _pipeline = null!;

    internal CallConnection(string callConnectionId, CommunicationPipeline pipeline)
    {
        CallConnectionId = callConnectionId;
        _pipeline = pipeline;
    }

    /// <summary>For a test's own connection, which overrides what it needs.</summary>
    protected CallConnection()
    {
    }

    public virtual string CallConnectionId { get; } = string.Empty;

    /// <summary>What can be played into the call. Nothing is asked of the service.</summary>
    public virtual CallMedia GetCallMedia() => new(CallConnectionId, _pipeline);

    /// <exception cref="RequestFailedException">The call is not known (404) or over, or the service could not be reached.</exception>
    public virtual Response<CallConnectionProperties> GetCallConnectionProperties(CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Get, Path, CallConnectionId);
        var response = _pipeline.Send(message, 200, cancellationToken);
        return Response.FromValue(CallConnectionProperties.Read(response), response);
    }

    /// <inheritdoc cref="GetCallConnectionProperties"/>
    public virtual async Task<Response<CallConnectionProperties>> GetCallConnectionPropertiesAsync(CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Get, Path, CallConnectionId);
        var response = await _pipeline.SendAsync(message, 200, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(CallConnectionProperties.Read(response), response);
    }

    /// <param name="forEveryone">True ends the call for all; false leaves it, and it goes on for the others.</param>
    /// <param name="cancellationToken">Stops waiting for the service's answer.</param>
    /// <exception cref="RequestFailedException">The call is not known (404) or over, or the service could not be reached.</exception>
    public virtual Response HangUp(bool forEveryone, CancellationToken cancellationToken = default)
    {
        using var message = CreateHangUp(forEveryone);
        return _pipeline.Send(message, 204, cancellationToken);
    }

    /// <inheritdoc cref="HangUp"/>
    public virtual async Task<Response> HangUpAsync(bool forEveryone, CancellationToken cancellationToken = default)
    {
        using var message = CreateHangUp(forEveryone);
        return await _pipeline.SendAsync(message, 204, cancellationToken).ConfigureAwait(false);
    }

    private HttpMessage CreateHangUp(bool forEveryone)
    {
        if (!forEveryone)
        {
            return _pipeline.CreateMessage(RequestMethod.Delete, Path, CallConnectionId);
        }

        var message = _pipeline.CreateMessage(RequestMethod.Post, Path, CallConnectionId, ":terminate");
        message.Request.MakeRepeatable();
        return message;
    }
}
