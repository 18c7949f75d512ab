using Collaborations.Cases.Activity;
using Collaborations.Collaborating.Process;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Talks;
using Collaborations.Talks.Posting;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Starting;

/// <summary>
/// Starts collaborations. The process is started first and waits for the record: whatever the start is cut off by, there is no collaboration that
/// nobody is told of. The record is written with its number in one batch. Everything before and after it is the same when it is done again.
/// </summary>
public sealed class CollaborationStarter(
    CollaborationStore collaborations,
    CollaborationIds ids,
    DraftReader drafts,
    CollaborationParts parts,
    CollaborationBoard board,
    TalkStore talks,
    CaseActivityStore activities,
    CollaborationSignals signals,
    TimeProvider clock)
{
    /// <param name="caller">Who starts it.</param>
    /// <param name="draft">What.</param>
    /// <param name="key">The caller's own for this start: the same key is the same collaboration, however often it comes.</param>
    /// <param name="processes">For the emails, the edit window and the reminders.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<OpenedCollaboration>> StartAsync(
        MemberCaller caller, CollaborationDraft draft, string? key, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return new KeyMissing();
        }

        var (id, digest) = (ids.Of(caller.Practice, caller.Id, key), ids.DigestOf(draft));
        if (await collaborations.FindAsync(caller.Practice, id, cancellation) is { Record: var known })
        {
            return known.Draft == digest ? await TellAsync(caller, id, known, processes) : new AlreadyStarted();
        }

        return await drafts.ReadAsync(caller, draft, cancellation).ThenAsync(async read =>
        {
            var attached = await parts.AttachAsync(read.Place, id, version: 1, draft.PatientInfo, read.Files, before: [], cancellation);
            return await attached.ThenAsync(files => AddAsync(caller, id, digest, read with { Files = files }, processes, cancellation));
        });
    }

    private async Task<Result<OpenedCollaboration>> AddAsync(
        MemberCaller caller, CollaborationId id, string digest, ReadDraft draft, DurableTaskClient processes, CancellationToken cancellation)
    {
        var thread = ids.ThreadOf(id);
        var first = await talks.CreateAsync(thread, Talk.Of(id, caller.Practice, draft.Place.Case, clock.GetUtcNow()), cancellation);
        await signals.StartAsync(processes, new CollaborationInput(caller.Practice, id), first, cancellation);
        var now = clock.GetUtcNow();
        var (started, _) = await collaborations.AddAsync(
            caller.Practice,
            id,
            number => new Collaboration(
                number,
                draft.Place.Patient,
                draft.Place.Case,
                caller.Id,
                draft.Email,
                draft.Message,
                draft.Files,
                draft.Collaborators,
                thread,
                now,
                now + Collaboration.EditWindow,
                Version: 1)
            {
                Draft = digest,
            },
            cancellation);
        if (started.Draft != digest)
        {
            return new AlreadyStarted();
        }

        return await TellAsync(caller, id, started, processes);
    }

    // Also for a start that was cut off after its record was written. A client who leaves now takes nothing along.
    private async Task<Result<OpenedCollaboration>> TellAsync(
        MemberCaller caller, CollaborationId id, Collaboration started, DurableTaskClient processes)
    {
        if (started.Case is { } @case)
        {
            var activity = new CaseActivity(started.StartedAt, ActivityKind.CollaborationStarted, started.Starter, null, null) { Collaboration = id };
            await activities.AddAsync(@case, activity, id.ToString(), CancellationToken.None);
        }

        await CollaborationSignals.ChangedAsync(processes, id, CancellationToken.None);
        await board.AddAsync(caller.Practice, id, started, CancellationToken.None);
        return new OpenedCollaboration(caller, id, started);
    }
}
