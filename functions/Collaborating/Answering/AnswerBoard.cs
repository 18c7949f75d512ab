using Collaborations.Collaborating.Process;
using Collaborations.Talks;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Answering;

/// <summary>What follows for a collaboration when something is written in its thread.</summary>
public sealed class AnswerBoard(CollaborationStore collaborations, CollaborationBoard board)
{
    /// <param name="talk">The collaboration's.</param>
    /// <param name="side">Who wrote: an answer is a collaborator's.</param>
    /// <param name="at">When.</param>
    /// <param name="processes">The first answer is a state of the process.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task PostedAsync(Talk talk, Side side, DateTimeOffset at, DurableTaskClient processes, CancellationToken cancellation)
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
            await CollaborationSignals.ChangedAsync(processes, id, cancellation);
        }
    }

    private static Result<(Collaboration, (Collaboration, bool))> Answered(Collaboration record) => (record, (record, true));
}
