using Collaborations.Messaging;
using Collaborations.Notices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Process;

/// <param name="IsThere">Whether the record is written.</param>
/// <param name="State">What follows from it.</param>
/// <param name="LocksAt">Milliseconds since 1970: until when to wait for the lock.</param>
public sealed record CollaborationLook(bool IsThere, CollaborationState State, long LocksAt);

/// <param name="Input">Which.</param>
/// <param name="Process">Names the sends, and is told of their delivery.</param>
/// <param name="Reminder">0 for the email itself.</param>
public sealed record CollaborationStep(CollaborationInput Input, string Process, int Reminder);

/// <param name="Input">Which.</param>
/// <param name="Process">That sent it.</param>
/// <param name="Report">What became of which send.</param>
public sealed record CollaborationDelivery(CollaborationInput Input, string Process, DeliveryReport Report);

/// <summary>What a collaboration's process does. Each looks at the record first, and may be tried again.</summary>
public sealed class CollaborationActivities(
    CollaborationStore collaborations, CollaboratorInviter inviter, CollaborationDeliveries deliveries, NoticeSender notices, TimeProvider clock)
{
    [Function(nameof(LookAtCollaboration))]
    public async Task<CollaborationLook> LookAtCollaboration([ActivityTrigger] CollaborationInput input, CancellationToken cancellation) =>
        await collaborations.FindAsync(input.Practice, input.Collaboration, cancellation) is { Record: var record }
            ? new CollaborationLook(IsThere: true, record.StateAt(clock.GetUtcNow()), record.LocksAt.ToUnixTimeMilliseconds())
            : new CollaborationLook(IsThere: false, CollaborationState.OpenForEdits, LocksAt: 0);

    [Function(nameof(SettleCollaborators))]
    public Task SettleCollaborators(
        [ActivityTrigger] CollaborationStep input, [DurableClient] DurableTaskClient processes, CancellationToken cancellation) =>
        inviter.SettleAsync(input, processes, cancellation);

    /// <summary>
    /// Announces what the stored times decide already, for a machine whose clock is slow. Then sees to what a request wrote and was cut off before it
    /// said so; within this activity, so that instances go the same way whichever version began them.
    /// </summary>
    [Function(nameof(LockCollaboration))]
    public async Task LockCollaboration(
        [ActivityTrigger] CollaborationInput input, [DurableClient] DurableTaskClient processes, CancellationToken cancellation)
    {
        await collaborations.ChangeAsync<Done>(
            input.Practice,
            input.Collaboration,
            // Closed inside its window it may be opened again inside it, and edited.
            record => (record.LockedAt is null && record.WhyLocked(clock.GetUtcNow()) is not CollaborationClosed ? record with { LockedAt = clock.GetUtcNow() } : record, Done.Instance),
            cancellation);
        var process = CollaborationOrchestration.InstanceOf(input.Collaboration);
        await inviter.SettleAsync(new CollaborationStep(input, process, Reminder: 0), processes, cancellation);
    }

    /// <summary>Likewise sees first to what was cut off.</summary>
    [Function(nameof(RemindCollaborators))]
    public async Task RemindCollaborators(
        [ActivityTrigger] CollaborationStep input, [DurableClient] DurableTaskClient processes, CancellationToken cancellation)
    {
        await inviter.SettleAsync(input, processes, cancellation);
        await inviter.RemindAsync(input, cancellation);
    }

    /// <summary>Of an email to somebody with an account; the delivery of a link is its registration's to watch.</summary>
    [Function(nameof(NoteCollaboratorDelivery))]
    public async Task NoteCollaboratorDelivery([ActivityTrigger] CollaborationDelivery input, CancellationToken cancellation)
    {
        var (practice, id) = input.Input;
        if (await collaborations.FindAsync(practice, id, cancellation) is not { Record: var record }
            || record.In.FirstOrDefault(each => inviter.SendOf(input.Process, each) == input.Report.Send) is not { Contact: var contact })
        {
            return;
        }

        var delivered = input.Report.Outcome == DeliveryOutcome.Delivered;
        await deliveries.NoteAsync(practice, id, contact, delivered ? CollaboratorDelivery.Delivered : CollaboratorDelivery.Bounced, cancellation);
        if (!delivered)
        {
            await notices.TellStarterAsync(practice, id, $"{input.Process}-{input.Report.Send}", cancellation);
        }
    }
}
