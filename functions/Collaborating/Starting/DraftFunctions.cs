using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Collaborating.Starting;

/// <summary>What the page of a collaboration needs before it is started.</summary>
public sealed class DraftFunctions(
    Edge edge, CollaborationDefaultsReader defaults, CollaborationPreviewer previewer, PatientStore patients, FileHandler uploads)
{
    [Function(nameof(GetCollaborationDefaults))]
    public Task<IResult> GetCollaborationDefaults(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "practices/{practiceId:guid}/collaboration-defaults")] HttpRequest request,
        Guid practiceId,
        CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.CollaborationDefaultsRead),
            caller => defaults.ReadAsync(caller, cancellation));

    [Function(nameof(PreviewCollaboration))]
    public Task<IResult> PreviewCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "practices/{practiceId:guid}/collaboration-previews")] HttpRequest request,
        Guid practiceId,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.CollaborationPreviewed);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => RequestBody.ReadAsync<CollaborationDraft>(request, RequestBody.DefaultLimit, cancellation).ThenAsync(draft =>
            {
                note.Subject = draft.PatientId.ToString();
                return previewer.PreviewAsync(caller, draft, cancellation);
            }));
    }

    [Function(nameof(BeginCollaborationFile))]
    public Task<IResult> BeginCollaborationFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "practices/{practiceId:guid}/patients/{patientId:guid}/collaboration-files")] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.CollaborationFileBegun) { Subject = id.ToString() },
            async caller => await patients.FindAsync(caller.Practice, id, cancellation) is null
                ? new NotFound()
                : await RequestBody.ReadAsync<FileForm>(request, RequestBody.DefaultLimit, cancellation)
                    .ThenAsync(form => uploads.BeginAsync(form, PlaceOf(caller, id), cancellation)),
            Answers.Created);
    }

    private static FileRecord PlaceOf(MemberCaller caller, PatientId patient) =>
        new(caller.Practice, default, Thread: null, caller.Id.Value, FromPatient: false, "", "", FileKind.Other, 0, FileState.Uploading, null, default, null)
        {
            ForCollaborationOn = patient,
        };
}
