using Collaborations.Accounts.Sessions;
using Collaborations.Collaborating.Process;
using Collaborations.Identifiers;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Sharing;

/// <summary>
/// Opens a collaboration for somebody who reads it for the first time. The mark is written under the version that was read, and the answer is that
/// version: an edit that comes at the same instant is either in it whole, or refused.
/// </summary>
public sealed class SharedOpener(InvitedAccess invited, CollaborationStore collaborations, SharedReader reader, TimeProvider clock)
{
    public async Task<Result<SharedCollaboration>> OpenAsync(
        Caller caller, CollaborationId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await invited.FindAsync(caller, id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        var opened = await collaborations.ChangeAsync<(Collaboration Record, bool First)>(
            found.Practice,
            id,
            record => record.FindByEmail(found.Self.Email) is not { } self ? new NotFound()
                : self.IsIn ? Opened(record, record.Read(self, caller.Account, clock.GetUtcNow()))
                : new AccessEnded(),
            cancellation);
        return await opened.ThenAsync<SharedCollaboration>(async outcome =>
        {
            if (outcome.First)
            {
                await CollaborationSignals.ChangedAsync(processes, id, cancellation);
            }

            var self = outcome.Record.FindByEmail(found.Self.Email) ?? found.Self;
            return await reader.ReadAsync(found with { Record = outcome.Record, Self = self }, cancellation);
        });
    }

    private static Result<(Collaboration, (Collaboration, bool))> Opened(Collaboration before, Collaboration after) =>
        (after, (after, before.FirstRead is null));
}
