using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Talks;

namespace Collaborations.Collaborating.Tracking;

/// <summary>Reads one collaboration as the members who may see it do.</summary>
public sealed class CollaborationReader(CollaborationFiles files, PatientStore patients, TalkStore talks, NoticeSender names, TimeProvider clock)
{
    /// <summary>As what the caller has done to it left it, whatever others have done since: an edit is answered with its own version.</summary>
    public async Task<Result<CollaborationAnswer>> ReadAsync(OpenedCollaboration opened, CancellationToken cancellation)
    {
        var (practice, record) = (opened.Caller.Practice, opened.Record);
        if (await patients.FindAsync(practice, record.Patient, cancellation) is not { Record: var patient })
        {
            return new NotFound();
        }

        var now = clock.GetUtcNow();
        var collaborators = new List<CollaboratorAnswer>();
        foreach (var collaborator in record.Collaborators)
        {
            collaborators.Add(await AnswerAsync(practice, collaborator, cancellation));
        }

        return new CollaborationAnswer(
            opened.Id,
            record.Number,
            record.StateAt(now),
            PatientSummary.Of(record.Patient, patient),
            record.Case,
            await names.NameOfAsync(practice, record.Starter, cancellation),
            opened.IsMine,
            record.Email,
            record.Message,
            record.Version,
            record.StartedAt,
            record.LocksAt,
            opened.IsMine && record.WhyLocked(now) is null,
            record.FirstRead is { } read ? new ReadReceipt(record.Find(read.By)?.Name ?? string.Empty, read.At) : null,
            collaborators,
            await files.ListAsync(record, cancellation),
            record.Thread,
            await UnreadAsync(record.Thread, opened.Caller, cancellation),
            record.Closing?.Reason);
    }

    /// <returns>What nobody sees in a list: null where it is not for this caller.</returns>
    public async Task<CollaborationSummary?> SummariseAsync(
        MemberCaller caller, CollaborationId id, Collaboration record, DateTimeOffset lastAt, CancellationToken cancellation) =>
        await patients.FindAsync(caller.Practice, record.Patient, cancellation) is { Record: var patient }
            ? new CollaborationSummary(
                id,
                record.Number,
                record.StateAt(clock.GetUtcNow()),
                PatientSummary.Of(record.Patient, patient),
                record.Case,
                await names.NameOfAsync(caller.Practice, record.Starter, cancellation),
                record.Starter == caller.Id,
                [.. record.In.Select(each => each.Name)],
                record.StartedAt,
                lastAt,
                await UnreadAsync(record.Thread, caller, cancellation))
            : null;

    private async Task<int> UnreadAsync(ThreadId thread, MemberCaller caller, CancellationToken cancellation) =>
        await talks.FindAsync(thread, cancellation) is { Record: var talk } ? talk.UnreadOf(caller.Id.Value) : 0;

    private async Task<CollaboratorAnswer> AnswerAsync(PracticeId practice, Collaborator collaborator, CancellationToken cancellation) => new(
        collaborator.Contact,
        collaborator.Name,
        collaborator.Email,
        collaborator.Organisation,
        StateOf(collaborator),
        collaborator.AddedAt,
        collaborator.ReadAt,
        collaborator.Removal?.At,
        collaborator.Removal is { } removal ? await names.NameOfAsync(practice, removal.By, cancellation) : null,
        collaborator.Removal?.Reason);

    private static CollaboratorState StateOf(Collaborator collaborator) => collaborator switch
    {
        { IsIn: false } => CollaboratorState.Removed,
        { ReadAt: not null } => CollaboratorState.Read,
        { Delivery: CollaboratorDelivery.Sent } => CollaboratorState.Sent,
        { Delivery: CollaboratorDelivery.Delivered } => CollaboratorState.Delivered,
        { Delivery: CollaboratorDelivery.Bounced } => CollaboratorState.Bounced,
        { Delivery: CollaboratorDelivery.Expired } => CollaboratorState.Expired,
        _ => CollaboratorState.Queued,
    };
}
