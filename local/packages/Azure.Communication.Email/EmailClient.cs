using Azure.Communication.Pipeline;
using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>
/// Sends emails through a communication resource. A send is a long-running operation: the service takes the email at once
/// and hands it on later. The operation's id is the key of idempotency: the service takes one email per id.
/// </summary>
public class EmailClient
{
    private readonly CommunicationPipeline _pipeline = null!;

    public EmailClient(string connectionString)
        : this(connectionString, new EmailClientOptions())
    {
    }

    /// <inheritdoc cref="CommunicationConnectionString.Parse"/>
    public EmailClient(string connectionString, EmailClientOptions options)
        : this(CommunicationPipeline.Create(connectionString, options ??= new EmailClientOptions(), options.ApiVersion))
    {
    }

    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions? options = null)
        : this(CommunicationPipeline.Create(endpoint, credential, options ??= new EmailClientOptions(), options.ApiVersion))
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = null)
        : this(CommunicationPipeline.Create(endpoint, credential, options ??= new EmailClientOptions(), options.ApiVersion))
    {
    }

    /// <summary>For a test's own client, which overrides what it needs.</summary>
    protected EmailClient()
    {
    }

    private EmailClient(CommunicationPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Sends under a new operation id. Repeated by the caller, it sends again; the overload with an id does not.</summary>
    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, Guid, CancellationToken)"/>
    public virtual EmailSendOperation Send(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        Send(wait, message, Guid.NewGuid(), cancellationToken);

    /// <param name="wait">Whether to return once the service has the email, or once it has handed it on.</param>
    /// <param name="message">The email.</param>
    /// <param name="operationId">The id of the operation: the same id for the same email, however often it is tried.</param>
    /// <param name="cancellationToken">Stops waiting; what the service has taken is sent all the same.</param>
    /// <exception cref="ArgumentException">The email lacks a part; <see cref="ArgumentNullException"/> where it is null.</exception>
    /// <exception cref="RequestFailedException">The service refused the email, or could not be reached, or, when waited for, failed to hand it on.</exception>
    public virtual EmailSendOperation Send(
        WaitUntil wait,
        EmailMessage message,
        Guid operationId,
        CancellationToken cancellationToken = default)
    {
        using var request = CreateSendRequest(message, operationId);
        var response = _pipeline.Send(request, 202, cancellationToken);
        var operation = EmailSendOperation.Started(this, response, operationId);
        if (wait == WaitUntil.Completed)
        {
            operation.WaitForCompletion(cancellationToken);
        }

        return operation;
    }

    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, CancellationToken)"/>
    public virtual EmailSendOperation Send(
        WaitUntil wait,
        string senderAddress,
        string recipientAddress,
        string subject,
        string? htmlContent,
        string? plainTextContent = null,
        CancellationToken cancellationToken = default) =>
        Send(wait, senderAddress, recipientAddress, subject, htmlContent, Guid.NewGuid(), plainTextContent, cancellationToken);

    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, Guid, CancellationToken)"/>
    public virtual EmailSendOperation Send(
        WaitUntil wait,
        string senderAddress,
        string recipientAddress,
        string subject,
        string? htmlContent,
        Guid operationId,
        string? plainTextContent = null,
        CancellationToken cancellationToken = default) =>
        Send(wait, Compose(senderAddress, recipientAddress, subject, htmlContent, plainTextContent), operationId, cancellationToken);

    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, CancellationToken)"/>
    public virtual Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, Guid.NewGuid(), cancellationToken);

    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, Guid, CancellationToken)"/>
    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait,
        EmailMessage message,
        Guid operationId,
        CancellationToken cancellationToken = default)
    {
        using var request = CreateSendRequest(message, operationId);
        var response = await _pipeline.SendAsync(request, 202, cancellationToken).ConfigureAwait(false);
        var operation = EmailSendOperation.Started(this, response, operationId);
        if (wait == WaitUntil.Completed)
        {
            await operation.WaitForCompletionAsync(cancellationToken).ConfigureAwait(false);
        }

        return operation;
    }

    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, CancellationToken)"/>
    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait,
        string senderAddress,
        string recipientAddress,
        string subject,
        string? htmlContent,
        string? plainTextContent = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(wait, senderAddress, recipientAddress, subject, htmlContent, Guid.NewGuid(), plainTextContent, cancellationToken);

    /// <inheritdoc cref="Send(WaitUntil, EmailMessage, Guid, CancellationToken)"/>
    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait,
        string senderAddress,
        string recipientAddress,
        string subject,
        string? htmlContent,
        Guid operationId,
        string? plainTextContent = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(wait, Compose(senderAddress, recipientAddress, subject, htmlContent, plainTextContent), operationId, cancellationToken);

    internal Response GetStatus(string operationId, CancellationToken cancellationToken)
    {
        using var request = CreateStatusRequest(operationId);
        return _pipeline.Send(request, 200, cancellationToken);
    }

    internal async Task<Response> GetStatusAsync(string operationId, CancellationToken cancellationToken)
    {
        using var request = CreateStatusRequest(operationId);
        return await _pipeline.SendAsync(request, 200, cancellationToken).ConfigureAwait(false);
    }

    private static EmailMessage Compose(string sender, string recipient, string subject, string? html, string? plainText) =>
        new(sender, recipient, new EmailContent(subject) { Html = html, PlainText = plainText });

    private HttpMessage CreateSendRequest(EmailMessage message, Guid operationId)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Validate();
        var request = _pipeline.CreateMessage(RequestMethod.Post, "/emails:send");
        request.Request.Headers.Add("Operation-Id", operationId.ToString());
        request.Request.SetJson(message.Write);
        return request;
    }

    private HttpMessage CreateStatusRequest(string operationId) =>
        _pipeline.CreateMessage(RequestMethod.Get, "/emails/operations/", operationId);
}
