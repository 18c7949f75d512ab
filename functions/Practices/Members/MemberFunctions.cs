using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Invitations.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Practices.Members;

public sealed class MemberFunctions(Edge edge, MemberHandler handler, MemberInviter inviter)
{
    private const string Many = "practices/{practiceId:guid}/members";
    private const string One = Many + "/{memberId:guid}";

    [Function(nameof(GetMembers))]
    public Task<IResult> GetMembers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request, PracticeId.From(practiceId), new AuditNote(AuditAction.MembersListed), caller => handler.ListAsync(caller.Practice, cancellation));

    [Function(nameof(InviteMember))]
    public Task<IResult> InviteMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        Guid practiceId,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.MemberInvited);
        return edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => RequestBody.ReadAsync<MemberInvitationForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => inviter.InviteAsync(caller, form, processes, cancellation))
                .ThenAsync(id =>
                {
                    note.Subject = id.ToString();
                    return handler.ReadAsync(caller.Practice, id, cancellation);
                }),
            Answers.Created);
    }

    [Function(nameof(ChangeMember))]
    public Task<IResult> ChangeMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid memberId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var id = MemberId.From(memberId);
        return edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            Note(AuditAction.MemberChanged, id),
            caller => RequestBody.ReadAsync<MemberChange>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(change => handler.ChangeAsync(caller, id, change, processes, cancellation)));
    }

    [Function(nameof(ReinviteMember))]
    public Task<IResult> ReinviteMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/invitation")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        Guid practiceId,
        Guid memberId,
        CancellationToken cancellation)
    {
        var id = MemberId.From(memberId);
        return edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            Note(AuditAction.InvitationResent, id),
            caller => inviter.ResendAsync(caller.Practice, id, processes, cancellation)
                .ThenAsync(_ => handler.ReadAsync(caller.Practice, id, cancellation)));
    }

    [Function(nameof(UnlockMember))]
    public Task<IResult> UnlockMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/unlock")] HttpRequest request,
        Guid practiceId,
        Guid memberId,
        CancellationToken cancellation)
    {
        var id = MemberId.From(memberId);
        return edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            Note(AuditAction.MemberUnlocked, id),
            caller => handler.UnlockAsync(caller.Practice, id, cancellation),
            Answers.NoContent);
    }

    private static AuditNote Note(AuditAction action, MemberId id) => new(action) { Subject = id.ToString() };
}
