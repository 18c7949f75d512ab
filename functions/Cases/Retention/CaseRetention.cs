using Collaborations.Attachments;
using Collaborations.Audit;
using Collaborations.Cases.Activity;
using Collaborations.Collaborating;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Practices.Retention;
using Collaborations.Talks;
using Collaborations.Talks.Removing;

namespace Collaborations.Cases.Retention;

/// <summary>
/// Deletes closed cases: their talks, attachments, activity and invitations. The patient, the record and the library stay, and a case stays as
/// long as one of its collaborations.
/// </summary>
public sealed class CaseRetention(
    CaseStore cases,
    CaseListStore lists,
    CaseActivityStore activities,
    PatientTalkStore patientTalks,
    AttachmentStore attachments,
    InvitationStore invitations,
    CollaborationListStore collaborations,
    TalkRemover talks,
    FileRemover files,
    TimeProvider clock) : IRetained
{
    public AuditAction Deleted => AuditAction.CaseDeleted;

    // Nothing happens in a case after it was closed.
    public IAsyncEnumerable<Guid> ListAsync(PracticeId practice, DateTimeOffset limit, CancellationToken cancellation) =>
        lists.ListAsync(CaseListStore.All(practice), entry => entry.Status == CaseStatus.Closed && entry.At < limit, cancellation)
            .Select(entry => entry.Case.Value);

    public async Task<bool> DeleteAsync(PracticeId practice, Guid id, DateTimeOffset limit, Func<Task> note, CancellationToken cancellation)
    {
        var @case = CaseId.From(id);
        if ((await collaborations.SearchAsync(CollaborationListStore.Of(practice, @case), _ => true, 1, null, cancellation)).Rows.Count > 0)
        {
            return false;
        }

        var ended = await cases.EndAsync(
            practice, @case, record => record.Status == CaseStatus.Closed && record.StatusAt < limit, clock.GetUtcNow(), cancellation);
        if (ended.IsRefused(out var refusal, out var record))
        {
            if (refusal is not NotFound)
            {
                return false;
            }
        }
        else
        {
            await DeleteAsync(practice, @case, record, cancellation);
            await note();
            await cases.DeleteAsync(practice, @case, cancellation);
        }

        // By this list it is found, so it is the last to go.
        await lists.RemoveAsync(CaseListStore.All(practice), @case, cancellation);
        return true;
    }

    private async Task DeleteAsync(PracticeId practice, CaseId id, Case record, CancellationToken cancellation)
    {
        foreach (var member in record.Members)
        {
            await lists.RemoveAsync(CaseListStore.Of(practice, member), id, cancellation);
        }

        foreach (var talk in await patientTalks.ListAsync(id, cancellation))
        {
            await talks.RemoveAsync(talk.Thread, cancellation);
            if (talk.Invitation is { } invitation)
            {
                await invitations.DeleteAsync(invitation, cancellation);
            }
        }

        await talks.RemoveAsync(record.DoctorTalk, cancellation);
        foreach (var attachment in await attachments.ListAsync(id, cancellation))
        {
            await files.RemoveAsync(attachment.File, file => file.Case == id && !file.IsOfLibrary, cancellation);
        }

        await patientTalks.DeleteAsync(id, cancellation);
        await attachments.DeleteAsync(id, cancellation);
        await activities.DeleteAsync(id, cancellation);
    }
}
