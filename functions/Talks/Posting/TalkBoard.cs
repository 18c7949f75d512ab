using Collaborations.Cases;
using Collaborations.Collaborating.Answering;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Talks.Posting;

/// <summary>Keeps lists and inboxes in step with what is said and read, and tells those who are not looking.</summary>
public sealed class TalkBoard(InboxStore inboxes, CaseBoard cases, AnswerBoard collaborations, PatientTalkStore patientTalks, TalkStore talks)
{
    /// <param name="seat">Who wrote where.</param>
    /// <param name="talk">The thread with the message, or as it is by now: who had read all before it is told, who had not has been told already.</param>
    /// <param name="message">What was written. Said again, nothing happens twice.</param>
    /// <param name="processes">For the emails.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task PostedAsync(Seat seat, Talk talk, Message message, DurableTaskClient processes, CancellationToken cancellation)
    {
        await collaborations.PostedAsync(talk, seat.Side, message.Author, message.At, processes, cancellation);
        var kind = talk.Kind == TalkKind.Collaboration ? EmailKind.CollaborationMessage : EmailKind.NewMessage;
        foreach (var participant in seat.Participants.Distinct())
        {
            var unread = participant != seat.Reader && talk.UpToOf(participant) < message.Sequence;
            if (talk.Account?.Value == participant)
            {
                await inboxes.PutAsync(talk.Account.Value, seat.Id, message.At, cancellation);
            }
            else if (seat.Case is not null && talk.Case is { } @case)
            {
                await cases.MoveUpAsync(talk.Practice, @case, MemberId.From(participant), message.At, unread, cancellation);
                if (unread)
                {
                    // Who looks at this moment may have read it, and taken the mark off, before it was set.
                    await MarkAsync(talk.Practice, @case, seat.Case.DoctorTalk, MemberId.From(participant), cancellation);
                }
            }

            // Somebody who has never looked is told of the first message that comes after they are in it.
            if (unread && talk.FirstUnreadOf(participant, message.Sequence) is { } first)
            {
                // Of this number there is one process: who was told once and has not looked since is told no more.
                await ProcessGate.StartOnceAsync(
                    processes,
                    nameof(UnreadOrchestration),
                    UnreadOrchestration.InstanceOf(seat.Id, participant, first),
                    new UnreadInput(seat.Id, participant, message.Sequence, kind),
                    cancellation);
            }
        }
    }

    /// <summary>A member's case is read when both its shared thread and the member's own with the patient are.</summary>
    public async Task ReadAsync(Seat seat, CancellationToken cancellation)
    {
        if (seat.Side != Side.Practice || seat.Case is not { } @case || seat.Record.Case is not { } id)
        {
            return;
        }

        await MarkAsync(seat.Record.Practice, id, @case.DoctorTalk, MemberId.From(seat.Reader), cancellation);
    }

    // Whoever changes what is unread does this afterwards. Of two at the same time the one who writes last finds the other's change.
    private async Task MarkAsync(PracticeId practice, CaseId id, ThreadId shared, MemberId member, CancellationToken cancellation)
    {
        bool isAnother;
        do
        {
            var own = await patientTalks.FindAsync(id, member, cancellation);
            var unread = await IsUnreadAsync(shared, member, cancellation)
                || (own is not null && await IsUnreadAsync(own.Record.Thread, member, cancellation));
            isAnother = await cases.SetUnreadAsync(practice, id, member, unread, cancellation);
        }
        while (isAnother);
    }

    private async Task<bool> IsUnreadAsync(ThreadId thread, MemberId member, CancellationToken cancellation) =>
        await talks.FindAsync(thread, cancellation) is { Record: var talk } && talk.UnreadOf(member.Value) > 0;
}
