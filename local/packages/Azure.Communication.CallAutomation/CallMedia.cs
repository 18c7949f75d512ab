using Azure.Communication.Pipeline;
using Azure.Core;

namespace Azure.Communication.CallAutomation;

/// <summary>
/// Plays into a call. The service does not make these requests repeatable, so a retry after a lost answer can play twice;
/// the operation context is the same in both.
/// </summary>
public class CallMedia
{
    private readonly CommunicationPipeline _pipeline = null!;

    internal CallMedia(string callConnectionId, CommunicationPipeline pipeline)
    {
        CallConnectionId = callConnectionId;
        _pipeline = pipeline;
    }

    /// <summary>For a test's own media, which overrides what it needs.</summary>
    protected CallMedia()
    {
    }

    public virtual string CallConnectionId { get; } = string.Empty;

    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="RequestFailedException">The call is not known (404) or not connected, or the service could not be reached.</exception>
    public virtual Response<PlayResult> Play(PlayOptions options, CancellationToken cancellationToken = default) =>
        Play(PlayRequest.From(options), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Response<PlayResult> Play(
        PlaySource playSource,
        IEnumerable<CommunicationIdentifier> playTo,
        CancellationToken cancellationToken = default) =>
        Play(new PlayOptions(playSource, playTo), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Response<PlayResult> Play(
        IEnumerable<PlaySource> playSources,
        IEnumerable<CommunicationIdentifier> playTo,
        CancellationToken cancellationToken = default) =>
        Play(new PlayOptions(playSources, playTo), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Task<Response<PlayResult>> PlayAsync(PlayOptions options, CancellationToken cancellationToken = default) =>
        PlayAsync(PlayRequest.From(options), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Task<Response<PlayResult>> PlayAsync(
        PlaySource playSource,
        IEnumerable<CommunicationIdentifier> playTo,
        CancellationToken cancellationToken = default) =>
        PlayAsync(new PlayOptions(playSource, playTo), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Task<Response<PlayResult>> PlayAsync(
        IEnumerable<PlaySource> playSources,
        IEnumerable<CommunicationIdentifier> playTo,
        CancellationToken cancellationToken = default) =>
        PlayAsync(new PlayOptions(playSources, playTo), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Response<PlayResult> PlayToAll(PlayToAllOptions options, CancellationToken cancellationToken = default) =>
        Play(PlayRequest.From(options), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Response<PlayResult> PlayToAll(PlaySource playSource, CancellationToken cancellationToken = default) =>
        PlayToAll(new PlayToAllOptions(playSource), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Response<PlayResult> PlayToAll(IEnumerable<PlaySource> playSources, CancellationToken cancellationToken = default) =>
        PlayToAll(new PlayToAllOptions(playSources), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Task<Response<PlayResult>> PlayToAllAsync(PlayToAllOptions options, CancellationToken cancellationToken = default) =>
        PlayAsync(PlayRequest.From(options), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Task<Response<PlayResult>> PlayToAllAsync(PlaySource playSource, CancellationToken cancellationToken = default) =>
        PlayToAllAsync(new PlayToAllOptions(playSource), cancellationToken);

    /// <inheritdoc cref="Play(PlayOptions, CancellationToken)"/>
    public virtual Task<Response<PlayResult>> PlayToAllAsync(
        IEnumerable<PlaySource> playSources,
        CancellationToken cancellationToken = default) =>
        PlayToAllAsync(new PlayToAllOptions(playSources), cancellationToken);

    private Response<PlayResult> Play(PlayRequest request, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(request);
        return Response.FromValue(new PlayResult(), _pipeline.Send(message, 202, cancellationToken));
    }

    private async Task<Response<PlayResult>> PlayAsync(PlayRequest request, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(request);
        return Response.FromValue(new PlayResult(), await _pipeline.SendAsync(message, 202, cancellationToken).ConfigureAwait(false));
    }

    private HttpMessage CreateMessage(PlayRequest request)
    {
        var message = _pipeline.CreateMessage(RequestMethod.Post, "/calling/callConnections/", CallConnectionId, ":play");
        message.Request.SetJson(request.Write);
        return message;
    }
}
