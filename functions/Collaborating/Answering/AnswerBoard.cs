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

        var noted = await collaborations.ChangeAsync<Collaboration>(
            talk.Practice,
            id,
            before => side == Side.Collaborator && before.AnsweredAt is null ? Both(before with { AnsweredAt = at }) : Both(before),
            cancellation);
        if (noted.IsRefused(out _, out var record))
        {
            return;
        }

        await board.MoveUpAsync(talk.Practice, id, record, at, cancellation);

        // Also when it is said again: what follows from the first answer may have been cut off.
        if (side == Side.Collaborator && record.AnsweredAt == at)
        {
            await NoteAsync(talk, id, record, AccountId.From(author), at, cancellation);
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
                id.ToString(),
                cancellation);
        }
    }

    private static Result<(Collaboration, Collaboration)> Both(Collaboration record) => (record, record);
}
