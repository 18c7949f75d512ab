using Azure.Communication.Sms;
using Collaborations.Identifiers;
using Collaborations.Telemetry;
using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

/// <summary>Sends texts: a code, or the word that something waits.</summary>
public sealed class TextSender(SmsClient client, SendStore sends, IOptions<CommunicationOptions> options)
{
    /// <param name="id">The same for the same text, however often it is tried.</param>
    /// <param name="process">The orchestration that is told of its delivery; null where nobody waits.</param>
    /// <param name="to">E.164.</param>
    /// <param name="text">In the receiver's language.</param>
    /// <param name="cancellation">The process stops.</param>
    /// <returns>False where the service does not take this number, or nobody knows whether it took the text.</returns>
    /// <exception cref="Azure.RequestFailedException">The service refused, or does not answer.</exception>
    public Task<bool> SendAsync(SendId id, string? process, string to, string text, CancellationToken cancellation) =>
        sends.OnceAsync(
            id,
            new Send(process, Challenge: null, Sequence: 0),
            () => SendTrace.AroundAsync(SendChannel.Text, id, kind: null, async () =>
            {
                var sent = await client.SendAsync(
                    options.Value.PhoneNumber, to, text, new SmsSendOptions(enableDeliveryReport: true) { Tag = id.ToString() }, cancellation);
                return sent.Value.Successful;
            }),
            cancellation);
}
