using Collaborations.Audit;
using Collaborations.Cases;
using Collaborations.Collaborating.Editing;
using Collaborations.Collaborating.Starting;
using Collaborations.Collaborating.Tracking;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating;

/// <summary>The members' side.</summary>
public sealed class CollaborationFunctions(
    Edge edge,
    CollaborationAccess access,
    CollaborationStarter starter,
    CollaborationEditor editor,
    CollaborationCloser closer,
    CollaborationLister lister,
    CollaborationReader reader)
{
    private const string Many = "practices/{practiceId:guid}/collaborations";
    private const string One = Many + "/{collaborationId:guid}";
    private const string Person = One + "/collaborators/{contactId:guid}";

    [Function(nameof(GetCollaborations))]
    public Task<IResult> GetCollaborations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.CollaborationsListed),
            caller => CollaborationQuery.Read(request.Query).ThenAsync(query => lister.ListAsync(caller, query, cancellation)),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(StartCollaboration))]
    public Task<IResult> StartCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request,
        Guid practiceId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.CollaborationStarted);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => RequestBody.ReadAsync<CollaborationDraft>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(draft => starter.StartAsync(caller, draft, request.Headers["Idempotency-Key"], processes, cancellation))
                .ThenAsync(opened =>
                {
                    note.Subject = opened.Id.ToString();
                    return reader.ReadAsync(opened, cancellation);
                }),
            Answers.Created);
    }

    [Function(nameof(GetCollaboration))]
    public Task<IResult> GetCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            practiceId,
            collaborationId,
            AuditAction.CollaborationRead,
            opened => Task.FromResult<Result<OpenedCollaboration>>(opened),
            cancellation,
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(EditCollaboration))]
    public Task<IResult> EditCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            practiceId,
            collaborationId,
            AuditAction.CollaborationEdited,
            opened => RequestBody.ReadAsync<CollaborationEdit>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(edit => editor.EditAsync(opened, edit, processes, cancellation)),
            cancellation);

    [Function(nameof(CloseCollaboration))]
    public Task<IResult> CloseCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/close")] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            practiceId,
            collaborationId,
            AuditAction.CollaborationClosed,
            opened => RequestBody.ReadAsync<ReasonForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => closer.SetClosedAsync(opened, closed: true, form, processes, cancellation)),
            cancellation);

    [Function(nameof(ReopenCollaboration))]
    public Task<IResult> ReopenCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/reopen")] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            practiceId,
            collaborationId,
            AuditAction.CollaborationReopened,
            opened => RequestBody.ReadAsync<ReasonForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => closer.SetClosedAsync(opened, closed: false, form, processes, cancellation)),
            cancellation);

    [Function(nameof(RemoveCollaborator))]
    public Task<IResult> RemoveCollaborator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Person + "/remove")] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        Guid contactId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            practiceId,
            collaborationId,
            AuditAction.CollaboratorRemoved,
            opened => RequestBody.ReadAsync<ReasonForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => closer.RemoveAsync(opened, ContactId.From(contactId), form, processes, cancellation)),
            cancellation);

    [Function(nameof(ResendCollaboration))]
    public Task<IResult> ResendCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Person + "/resend")] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        Guid contactId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OpenAsync(
            request,
            practiceId,
            collaborationId,
            AuditAction.CollaborationResent,
            opened => closer.ResendAsync(opened, ContactId.From(contactId), processes, cancellation),
            cancellation,
            about: ContactId.From(contactId));

    private Task<IResult> OpenAsync(
        HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        AuditAction action,
        Func<OpenedCollaboration, Task<Result<OpenedCollaboration>>> use,
        CancellationToken cancellation,
        Func<CollaborationAnswer, IResult>? answer = null,
        ContactId? about = null)
    {
        var id = CollaborationId.From(collaborationId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(action) { Subject = about?.ToString() ?? id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation).ThenAsync(use).ThenAsync(opened => reader.ReadAsync(opened, cancellation)),
            answer);
    }
}
