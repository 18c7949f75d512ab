using System.Text.Json;
using Azure.Communication.Pipeline;
using Azure.Core;

namespace Azure.Communication.Sms;

/// <summary>
/// Sends texts through a communication resource. Each number of a send carries its own mark of repeatability in the body,
/// made once per call of <c>Send</c>: the pipeline's retries send nothing twice, a second call does.
/// </summary>
public class SmsClient
{
    private readonly CommunicationPipeline _pipeline = null!;

    public SmsClient(string connectionString)
        : this(connectionString, new SmsClientOptions())
    {
    }

    /// <inheritdoc cref="CommunicationConnectionString.Parse"/>
    public SmsClient(string connectionString, SmsClientOptions options)
        : this(CommunicationPipeline.Create(connectionString, options ??= new SmsClientOptions(), options.ApiVersion))
    {
    }

    public SmsClient(Uri endpoint, AzureKeyCredential keyCredential, SmsClientOptions? options = null)
        : this(CommunicationPipeline.Create(endpoint, keyCredential, options ??= new SmsClientOptions(), options.ApiVersion))
    {
    }

    public SmsClient(Uri endpoint, TokenCredential tokenCredential, SmsClientOptions? options = null)
        : this(CommunicationPipeline.Create(endpoint, tokenCredential, options ??= new SmsClientOptions(), options.ApiVersion))
    {
    }

    /// <summary>For a test's own client, which overrides what it needs.</summary>
    protected SmsClient()
    {
    }

    private SmsClient(CommunicationPipeline pipeline) => _pipeline = pipeline;

    /// <param name="from">A number of the resource in E.164 form, its short code, or its alphanumeric sender id.</param>
    /// <param name="to">The receiver's number in E.164 form.</param>
    /// <param name="message">The text; the service splits what is longer than one SMS.</param>
    /// <param name="options">Delivery report and tag.</param>
    /// <param name="cancellationToken">Stops waiting; what the service has taken is sent all the same.</param>
    /// <exception cref="ArgumentException">A number is empty; <see cref="ArgumentNullException"/> where a parameter is null.</exception>
    /// <exception cref="RequestFailedException">The service refused the request as a whole, or could not be reached.</exception>
    public virtual Response<SmsSendResult> Send(
        string from,
        string to,
        string message,
        SmsSendOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        return First(Send(from, [to], message, options, cancellationToken));
    }

    /// <summary>Sends one text to several numbers, 100 at most.</summary>
    /// <inheritdoc cref="Send(string, string, string, SmsSendOptions, CancellationToken)"/>
    public virtual Response<IReadOnlyList<SmsSendResult>> Send(
        string from,
        IEnumerable<string> to,
        string message,
        SmsSendOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var request = CreateRequest(from, to, message, options);
        var response = _pipeline.Send(request, 202, cancellationToken);
        return Response.FromValue(SmsSendResult.ReadList(response), response);
    }

    /// <inheritdoc cref="Send(string, string, string, SmsSendOptions, CancellationToken)"/>
    public virtual async Task<Response<SmsSendResult>> SendAsync(
        string from,
        string to,
        string message,
        SmsSendOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        return First(await SendAsync(from, [to], message, options, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc cref="Send(string, IEnumerable{string}, string, SmsSendOptions, CancellationToken)"/>
    public virtual async Task<Response<IReadOnlyList<SmsSendResult>>> SendAsync(
        string from,
        IEnumerable<string> to,
        string message,
        SmsSendOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var request = CreateRequest(from, to, message, options);
        var response = await _pipeline.SendAsync(request, 202, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(SmsSendResult.ReadList(response), response);
    }

    private static Response<SmsSendResult> First(Response<IReadOnlyList<SmsSendResult>> results) =>
        results.Value.Count > 0
            ? Response.FromValue(results.Value[0], results.GetRawResponse())
            : throw new JsonException("The answer of the SMS service names no number.");

    private HttpMessage CreateRequest(string from, IEnumerable<string> to, string message, SmsSendOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(message);
        var numbers = to.ToList();
        numbers.ForEach(number => ArgumentException.ThrowIfNullOrEmpty(number, nameof(to)));

        var request = _pipeline.CreateMessage(RequestMethod.Post, "/sms");
        request.Request.SetJson(writer => Write(writer, from, numbers, message, options));
        return request;
    }

    private static void Write(Utf8JsonWriter writer, string from, List<string> numbers, string message, SmsSendOptions? options)
    {
        writer.WriteStartObject();
        writer.WriteString("from", from);
        writer.WriteStartArray("smsRecipients");
        foreach (var number in numbers)
        {
            writer.WriteStartObject();
            writer.WriteString("to", number);
            writer.WriteString("repeatabilityRequestId", Repeatability.NewRequestId());
            writer.WriteString("repeatabilityFirstSent", Repeatability.Now());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("message", message);
        options?.Write(writer);
        writer.WriteEndObject();
    }
}
