using Azure.Communication.CallAutomation;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Verification;
using Microsoft.DurableTask.Client;

namespace Collaborations.Messaging;

/// <summary>Follows a call: speaks when somebody answers, hangs up when all was said, and reports a call that came to nothing.</summary>
public sealed class CallFollower(
    SendStore sends, ChallengeStore challenges, ChallengeService codes, PracticeStore practices, CodeSender sender, DeliveryReportHandler reports)
{
    public async Task<Result<Done>> HandleAsync(SendId id, BinaryData body, DurableTaskClient processes, CancellationToken cancellation)
    {
        foreach (var one in CallAutomationEventParser.ParseMany(body))
        {
            switch (one)
            {
                case CallConnected { CallConnectionId: { } connection }:
                    await SpeakAsync(id, connection, cancellation);
                    break;
                case PlayCompleted { CallConnectionId: { } connection }:
                    await sender.HangUpAsync(connection, cancellation);
                    await reports.TellAsync(new DeliveryReport(id, DeliveryOutcome.Delivered), processes, cancellation);
                    break;
                case CreateCallFailed or PlayFailed:
                    await reports.TellAsync(new DeliveryReport(id, DeliveryOutcome.Failed), processes, cancellation);
                    break;
                default:
                    break;
            }
        }

        return Done.Instance;
    }

    private async Task SpeakAsync(SendId id, string connection, CancellationToken cancellation)
    {
        // A code that was sent anew while the telephone rang works no more, so it is not said.
        if (await sends.FindAsync(id, cancellation) is { Challenge: { } challenge } send
            && await challenges.FindAsync(challenge, cancellation) is { Record: var record } && record.Sequence == send.Sequence
            && codes.CodeOf(challenge, record) is { } code
            && await practices.FindAsync(record.Practice, cancellation) is { Record: var practice })
        {
            await sender.SpeakAsync(connection, record.Language, practice.Name, code, cancellation);
        }
        else
        {
            await sender.HangUpAsync(connection, cancellation);
        }
    }
}
