using Collaborations.Invitations;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Practices;
using Collaborations.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Verification;

public sealed class CodeDeliveryActivities(
    ChallengeStore challenges,
    ChallengeService codes,
    PracticeStore practices,
    CodeSender sender,
    SendIds sends,
    InvitationStore invitations,
    NoticeSender notices,
    Measures measures)
{
    /// <summary>Sends the code, unless a newer one has taken its place meanwhile.</summary>
    [Function(nameof(SendCode))]
    public async Task<CodeDelivery> SendCode([ActivityTrigger] CodeDeliveryInput input, CancellationToken cancellation)
    {
        if (await challenges.FindAsync(input.Challenge, cancellation) is not { Record: var challenge } || challenge.Sequence != input.Sequence)
        {
            return CodeDelivery.Pending;
        }

        measures.Taken(QueuedWork.Code, challenge.SentAt);
        var process = CodeDeliveryOrchestration.InstanceOf(input.Challenge, input.Sequence);
        var id = sends.Of(process, nameof(SendCode));
        var practice = await practices.FindAsync(challenge.Practice, cancellation) ?? throw new InvalidOperationException("The practice is gone.");
        var taken = challenge.Channel == Channel.Call
            ? await sender.CallAsync(id, process, input.Challenge, input.Sequence, challenge.Phone, cancellation)
            : codes.CodeOf(input.Challenge, challenge) is { } code
                && await sender.SendTextAsync(id, process, challenge.Phone, challenge.Language, practice.Record.Name, code, cancellation);
        var delivery = taken ? CodeDelivery.Sent : CodeDelivery.Failed;
        await NoteAsync(input, delivery, cancellation);
        measures.CodeSent(challenge, delivery);
        return delivery;
    }

    /// <summary>Shows it to the person at once, on the case, and mails whoever invited.</summary>
    [Function(nameof(NoteCodeFailure))]
    public async Task NoteCodeFailure([ActivityTrigger] CodeDeliveryInput input, CancellationToken cancellation)
    {
        await NoteAsync(input, CodeDelivery.Failed, cancellation);
        if (input.Invitation is { } invitation)
        {
            await invitations.NoteAsync(invitation, InvitationEventKind.CodeFailed, cancellation);
            await notices.TellInviterAsync(
                invitation, EmailKind.CodeFailed, CodeDeliveryOrchestration.InstanceOf(input.Challenge, input.Sequence), cancellation);
        }
    }

    private async Task NoteAsync(CodeDeliveryInput input, CodeDelivery delivery, CancellationToken cancellation) =>
        await challenges.ChangeAsync<Done>(
            input.Challenge,
            challenge => (challenge.Sequence == input.Sequence ? challenge with { Delivery = delivery } : challenge, Done.Instance),
            cancellation);
}
