using Collaborations.Cases;
using Collaborations.Collaborating.Announcing;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;

namespace Collaborations.Collaborating.Starting;

/// <summary>A draft whose every part is in its kept form.</summary>
public sealed record ReadDraft(
    SharingPlace Place, CollaborationEmail Email, string Message, IReadOnlyList<Collaborator> Collaborators, IReadOnlyList<SharedFile> Files);

/// <summary>Checks a draft, the same for its preview and for its start.</summary>
public sealed class DraftReader(PatientStore patients, CaseAccess cases, CollaborationParts parts)
{
    public async Task<Result<ReadDraft>> ReadAsync(MemberCaller caller, CollaborationDraft draft, CancellationToken cancellation)
    {
        if (await patients.FindAsync(caller.Practice, draft.PatientId, cancellation) is not { Record: var patient })
        {
            return new NotFound();
        }

        if (draft.CaseId is { } @case && await WhyNotAsync(caller, @case, draft.PatientId, cancellation) is { } no)
        {
            return no;
        }

        var wrong = new List<InvalidInput>();
        var email = EmailFields.Read(draft.Email, "email", wrong);
        var message = CollaborationParts.ReadMessage(draft.Message, wrong);
        EmailFields.CheckPrivacy(email, patient, message, wrong);
        var collaborators = await parts.ReadContactsAsync(caller.Practice, draft.Contacts, [], wrong, cancellation);
        if (wrong.Count > 0)
        {
            return new InvalidForm(wrong);
        }

        var place = SharingPlace.Of(caller, draft.PatientId, draft.CaseId);
        return await parts.ReadFilesAsync(place, draft.Files, [], cancellation).MapAsync(files => new ReadDraft(place, email, message, collaborators, files));
    }

    private async Task<Refusal?> WhyNotAsync(MemberCaller caller, CaseId id, PatientId patient, CancellationToken cancellation)
    {
        var opened = await cases.OpenAsync(caller, id, cancellation);
        return opened.IsRefused(out var refusal, out var @case) ? refusal
            : @case.Case.Record.Patient != patient ? new CaseOfAnother()
            : @case.Case.Record.Status == CaseStatus.Closed ? new CaseClosed()
            : null;
    }
}
