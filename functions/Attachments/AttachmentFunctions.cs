using Collaborations.Archives;
using Collaborations.Attachments.Archiving;
using Collaborations.Audit;
using Collaborations.Cases;
using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Attachments;

public sealed class AttachmentFunctions(Edge edge, CaseAccess access, AttachmentHandler handler, ArchiveHandler archives)
{
    private const string Many = "practices/{practiceId:guid}/cases/{caseId:guid}/attachments";

    [Function(nameof(GetAttachments))]
    public Task<IResult> GetAttachments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.AttachmentsListed) { Subject = id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation)
                .ThenAsync(opened => handler.ListAsync(opened, request.Query["kind"], request.Query["sort"], cancellation)));
    }

    [Function(nameof(BeginAttachment))]
    public Task<IResult> BeginAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.FileBegun) { Subject = id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation).ThenAsync(
                opened => RequestBody.ReadAsync<FileForm>(request, RequestBody.DefaultLimit, cancellation)
                    .ThenAsync(form => handler.BeginAsync(opened, form, cancellation))),
            Answers.Created);
    }

    [Function(nameof(ShareFile))]
    public Task<IResult> ShareFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Many + "/{fileId:guid}")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        Guid fileId,
        CancellationToken cancellation)
    {
        var file = FileId.From(fileId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.FileShared) { Subject = file.ToString() },
            caller => access.OpenMineAsync(caller, CaseId.From(caseId), cancellation).ThenAsync(opened => handler.ShareAsync(opened, file, cancellation)));
    }

    [Function(nameof(ArchiveAttachments))]
    public Task<IResult> ArchiveAttachments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many + "/archive")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.AttachmentsArchived) { Subject = id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation).ThenAsync(
                _ => archives.AskAsync(AttachmentsArchive.PlaceOf(caller.Caller.Account, id), caller.Practice, processes, cancellation)),
            ArchiveAnswers.Of);
    }
}
