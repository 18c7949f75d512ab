using Azure.Communication.Sms;
using Collaborations.Identifiers;
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
    /// <returns>False where the service does not take this number.</returns>
    /// <exception cref="Azure.RequestFailedException">The service does not answer.</exception>
    public async Task<bool> SendAsync(SendId id, string? process, string to, string text, CancellationToken cancellation)
    {
        // The service sends a text as often as it is asked to; the record says that it was asked. Cut between the two, no text was sent, and
        // the person re-sends: better than two codes for one.
        if (!await sends.AddAsync(id, new Send(process, Challenge: null, Sequence: 0), cancellation))
        {
            return true;
        }

        var sent = await client.SendAsync(
            options.Value.PhoneNumber, to, text, new SmsSendOptions(enableDeliveryReport: true) { Tag = id.ToString() }, cancellation);
        return sent.Value.Successful;
    }
}
