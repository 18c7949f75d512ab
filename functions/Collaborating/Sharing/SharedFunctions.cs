using Collaborations.Accounts.Sessions;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Sharing;

/// <summary>The collaborators' side.</summary>
public sealed class SharedFunctions(Edge edge, InvitedAccess invited, SharedReader reader, SharedOpener opener)
{
    private const string One = "collaborations/{collaborationId:guid}";

    [Function(nameof(GetSharedCollaborations))]
    public Task<IResult> GetSharedCollaborations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "collaborations")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(
            request,
            new AuditNote(AuditAction.SharedCollaborationsListed),
            caller => reader.ListAsync(caller, request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, cancellation),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    /// <summary>A number, and nobody's data: no line in the audit.</summary>
    [Function(nameof(GetSharedCollaborationCount))]
    public Task<IResult> GetSharedCollaborationCount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "collaborations/count")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(
            request,
            note: null,
            caller => reader.CountAsync(caller, cancellation),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(GetSharedCollaboration))]
    public Task<IResult> GetSharedCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, Guid collaborationId, CancellationToken cancellation) =>
        SharedAsync(
            request,
            collaborationId,
            AuditAction.SharedCollaborationRead,
            (caller, id) => reader.ReadAsync(caller, id, cancellation),
            cancellation,
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(OpenSharedCollaboration))]
    public Task<IResult> OpenSharedCollaboration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/open")] HttpRequest request,
        Guid collaborationId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        SharedAsync(
            request,
            collaborationId,
            AuditAction.SharedCollaborationOpened,
            (caller, id) => opener.OpenAsync(caller, id, processes, cancellation),
            cancellation);

    // What a colleague sees of a practice's patient is in that practice's chain.
    private Task<IResult> SharedAsync(
        HttpRequest request,
        Guid collaborationId,
        AuditAction action,
        Func<Caller, CollaborationId, Task<Result<SharedCollaboration>>> use,
        CancellationToken cancellation,
        Func<SharedCollaboration, IResult>? answer = null)
    {
        var id = CollaborationId.From(collaborationId);
        var note = new AuditNote(action) { Subject = id.ToString() };
        return edge.AccountAsync(
            request,
            note,
            async caller =>
            {
                note.Practice = (await invited.FindAsync(caller, id, cancellation))?.Practice;
                return await use(caller, id);
            },
            answer);
    }
}
