namespace Azure.Communication.Email;

/// <summary>
/// The sending of one email, as the service works on it. Made by <see cref="EmailClient.Send(WaitUntil, EmailMessage, CancellationToken)"/>,
/// or from an id kept from an earlier one, and asked for its state by <see cref="UpdateStatus"/>.
/// </summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    /// <summary>Between two questions, where the service does not ask for more by Retry-After.</summary>
    private static readonly TimeSpan DefaultPollingInterval = TimeSpan.FromSeconds(5);

    private readonly EmailClient _client = null!;
    private readonly string _id = string.Empty;
    private Response? _response;
    private EmailSendResult? _result;
    private RequestFailedException? _failure;

    public EmailSendOperation(string id, EmailClient client)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(client);
        _id = id;
        _client = client;
    }

    /// <summary>For a test's own operation, which overrides what it needs.</summary>
    protected EmailSendOperation()
    {
    }

    public override string Id => _id;

    public override bool HasCompleted => _result is not null || _failure is not null;

    public override bool HasValue => _result is not null;

    /// <exception cref="InvalidOperationException">The operation has not completed.</exception>
    /// <exception cref="RequestFailedException">The service failed to send the email, or it was cancelled.</exception>
    public override EmailSendResult Value => Completed();

    /// <exception cref="InvalidOperationException">The service has not been asked yet.</exception>
    public override Response GetRawResponse() =>
        _response ?? throw new InvalidOperationException("The operation has no response yet: call UpdateStatus or WaitForCompletion first.");

    /// <exception cref="RequestFailedException">The service failed to send the email, it was cancelled, or the service could not be asked.</exception>
    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        Settled() ?? Take(_client.GetStatus(Id, cancellationToken));

    /// <inheritdoc cref="UpdateStatus"/>
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        Settled() ?? Take(await _client.GetStatusAsync(Id, cancellationToken).ConfigureAwait(false));

    public override Response<EmailSendResult> WaitForCompletion(CancellationToken cancellationToken = default) =>
        base.WaitForCompletion(DefaultPollingInterval, cancellationToken);

    public override Response<EmailSendResult> WaitForCompletion(TimeSpan suggestedPollingInterval, CancellationToken cancellationToken) =>
        base.WaitForCompletion(suggestedPollingInterval, cancellationToken);

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default) =>
        base.WaitForCompletionAsync(DefaultPollingInterval, cancellationToken);

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(
        TimeSpan suggestedPollingInterval,
        CancellationToken cancellationToken) =>
        base.WaitForCompletionAsync(suggestedPollingInterval, cancellationToken);

    internal static EmailSendOperation Started(EmailClient client, Response accepted, Guid operationId) =>
        new(EmailSendResult.Read(accepted).Id ?? operationId.ToString(), client) { _response = accepted };

    private EmailSendResult Completed() =>
        _failure is null ? _result ?? throw new InvalidOperationException("The operation has not completed yet.") : throw _failure;

    /// <summary>The last answer of a completed operation; null while it runs. A failed one fails again.</summary>
    private Response? Settled() => _failure is not null ? throw _failure : _result is not null ? _response : null;

    private Response Take(Response response)
    {
        _response = response;
        var result = EmailSendResult.Read(response);
        if (result.Status == EmailSendStatus.Succeeded)
        {
            _result = result;
        }
        else if (result.Status == EmailSendStatus.Failed || result.Status == EmailSendStatus.Canceled)
        {
            _failure = new RequestFailedException(response);
            throw _failure;
        }

        return response;
    }
}
