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
    /// <param name="before">The thread without the message: who had read all of it is told, who had not has been told already.</param>
    /// <param name="message">What was written.</param>
    /// <param name="processes">For the emails.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task PostedAsync(Seat seat, Talk before, Message message, DurableTaskClient processes, CancellationToken cancellation)
    {
        await collaborations.PostedAsync(before, seat.Side, message.At, processes, cancellation);
        var kind = before.Kind == TalkKind.Collaboration ? EmailKind.CollaborationMessage : EmailKind.NewMessage;
        foreach (var participant in seat.Participants.Distinct())
        {
            var other = participant != seat.Reader;
            if (before.Account?.Value == participant)
            {
                await inboxes.PutAsync(before.Account.Value, seat.Id, message.At, cancellation);
            }
            else if (seat.Case is not null && before.Case is { } @case)
            {
                await cases.MoveUpAsync(before.Practice, @case, MemberId.From(participant), message.At, unread: other, cancellation);
            }

            if (other && before.UnreadOf(participant) == 0)
            {
                await ProcessGate.StartAsync(
                    processes,
                    nameof(UnreadOrchestration),
                    UnreadOrchestration.InstanceOf(seat.Id, participant, message.Sequence),
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

        var member = MemberId.From(seat.Reader);
        var own = await patientTalks.FindAsync(id, member, cancellation);
        foreach (var thread in new[] { @case.DoctorTalk, own?.Record.Thread }.OfType<ThreadId>())
        {
            if (await talks.FindAsync(thread, cancellation) is { Record: var talk } && talk.UnreadOf(seat.Reader) > 0)
            {
                return;
            }
        }

        await cases.SetReadAsync(seat.Record.Practice, id, member, cancellation);
    }
}
