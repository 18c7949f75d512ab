using Collaborations.Cases;
using Collaborations.Cases.Activity;
using Collaborations.Collaborating.Process;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Tracking;

public sealed record CollaboratorHasRead() : Conflict("collaborator-has-read");

/// <summary>What members do to a collaboration after it was sent: close it, open it again, end somebody's access, send the email again.</summary>
public sealed class CollaborationCloser(
    CollaborationStore collaborations, CollaborationBoard board, CaseActivityStore activities, CollaborationSignals signals, TimeProvider clock)
{
    private const int LongestReason = 500;

    public async Task<Result<OpenedCollaboration>> SetClosedAsync(
        OpenedCollaboration opened, bool closed, ReasonForm form, DurableTaskClient processes, CancellationToken cancellation)
    {
        var changed = await Read(form).ThenAsync(reason => ChangeAsync(
            opened,
            (record, now) => record.IsClosed != closed
                ? record.AskWhoGotNothing(now) with { Closing = new CollaborationClosing(closed, opened.Caller.Id, now, reason) }
                : closed ? new CollaborationClosed() : new CollaborationOpen(),
            processes,
            cancellation));
        if (changed.Refusal is CollaborationClosed or CollaborationOpen)
        {
            // By somebody before, who may have been cut off before it was noted.
            await NoteAsync(opened);
        }

        return await changed.ThenAsync<OpenedCollaboration>(async after =>
        {
            await NoteAsync(after);
            return await WakeAsync(after, processes);
        });
    }

    /// <summary>At any time: somebody who should never have been in is out at once, also after the edit window.</summary>
    public Task<Result<OpenedCollaboration>> RemoveAsync(
        OpenedCollaboration opened, ContactId contact, ReasonForm form, DurableTaskClient processes, CancellationToken cancellation) =>
        Read(form).ThenAsync(reason => ChangeAsync(
            opened,
            (record, now) => record.Find(contact) is { } collaborator ? record.Remove(collaborator, opened.Caller.Id, reason, now) : new NotFound(),
            processes,
            cancellation));

    public Task<Result<OpenedCollaboration>> ResendAsync(
        OpenedCollaboration opened, ContactId contact, DurableTaskClient processes, CancellationToken cancellation) =>
        ChangeAsync(
            opened,
            Result<Collaboration> (record, now) => record.Find(contact) is not { IsIn: true } collaborator ? new NotFound()
                : record.IsClosed ? new CollaborationClosed()
                : collaborator.ReadAt is not null ? new CollaboratorHasRead()
                : SendingAgain.WhyNot(collaborator.EmailTimes(), now) is { } often ? often
                : record.With(collaborator.Ask(now)),
            processes,
            cancellation).ThenAsync<OpenedCollaboration, OpenedCollaboration>(asked => WakeAsync(asked, processes));

    // A process whose time was over sends what was asked for since.
    private async Task<Result<OpenedCollaboration>> WakeAsync(OpenedCollaboration changed, DurableTaskClient processes)
    {
        if (changed.Record is { IsClosed: false } open && open.In.Any(each => each.IsDue))
        {
            await signals.WakeAsync(processes, new CollaborationInput(changed.Caller.Practice, changed.Id), CancellationToken.None);
        }

        return changed;
    }

    // That it was closed, and by whom; why is on the collaboration.
    private async Task NoteAsync(OpenedCollaboration changed)
    {
        if (changed.Record is { Case: { } @case, Closing: { } closing })
        {
            var kind = closing.Closed ? ActivityKind.CollaborationClosed : ActivityKind.CollaborationReopened;
            var activity = new CaseActivity(closing.At, kind, closing.By, null, null) { Collaboration = changed.Id };
            await activities.AddAsync(@case, activity, changed.Id.ToString(), CancellationToken.None);
        }
    }

    private static Result<string> Read(ReasonForm form)
    {
        var wrong = new List<InvalidInput>();
        var reason = TypedText.ReadLines(form.Reason, "reason", LongestReason, required: true, wrong);
        return wrong.Count == 0 ? reason : new InvalidForm(wrong);
    }

    private async Task<Result<OpenedCollaboration>> ChangeAsync(
        OpenedCollaboration opened,
        Func<Collaboration, DateTimeOffset, Result<Collaboration>> change,
        DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var changed = await collaborations.ChangeAsync<Collaboration>(
            opened.Caller.Practice, opened.Id, record => change(record, now).Map(after => (after, after)), cancellation);
        return await changed.ThenAsync<OpenedCollaboration>(async record =>
        {
            // It is written: a client who leaves now takes nothing along that follows from it.
            await CollaborationSignals.ChangedAsync(processes, opened.Id, CancellationToken.None);
            await board.MoveUpAsync(opened.Caller.Practice, opened.Id, record, now, CancellationToken.None);
            return opened with { Record = record };
        });
    }
}
