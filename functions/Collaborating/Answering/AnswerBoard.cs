using Collaborations.Cases.Activity;
using Collaborations.Collaborating.Process;
using Collaborations.Identifiers;
using Collaborations.Talks;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Answering;

/// <summary>What follows for a collaboration when something is written in its thread.</summary>
public sealed class AnswerBoard(CollaborationStore collaborations, CollaborationBoard board, InvitedAccess invited, CaseActivityStore activities)
{
    /// <param name="talk">The collaboration's.</param>
    /// <param name="side">Who wrote: an answer is a collaborator's.</param>
    /// <param name="author">The member or the collaborator's account.</param>
    /// <param name="at">When.</param>
    /// <param name="processes">The first answer is a state of the process.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task PostedAsync(Talk talk, Side side, Guid author, DateTimeOffset at, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (talk.Collaboration is not { } id)
        {
            return;
        }

        var noted = await collaborations.ChangeAsync<(Collaboration Record, bool First)>(
            talk.Practice,
            id,
            record => side == Side.Collaborator && record.AnsweredAt is null
                ? Answered(record with { AnsweredAt = at })
                : (record, (record, false)),
            cancellation);
        if (noted.IsRefused(out _, out var outcome))
        {
            return;
        }

        await board.MoveUpAsync(talk.Practice, id, outcome.Record, at, cancellation);
        if (outcome.First)
        {
            await NoteAsync(talk, id, outcome.Record, AccountId.From(author), at, cancellation);
            await CollaborationSignals.ChangedAsync(processes, id, cancellation);
        }
    }

    private async Task NoteAsync(
        Talk talk, CollaborationId id, Collaboration record, AccountId author, DateTimeOffset at, CancellationToken cancellation)
    {
        if (record.Case is { } @case)
        {
            var by = (await invited.FindAsync(author, talk.Practice, id, cancellation))?.Self.Contact;
            await activities.AddAsync(
                @case,
                new CaseActivity(at, ActivityKind.CollaborationAnswered, null, null, null) { Collaboration = id, ByContact = by },
                cancellation);
        }
    }

    private static Result<(Collaboration, (Collaboration, bool))> Answered(Collaboration record) => (record, (record, true));
}
