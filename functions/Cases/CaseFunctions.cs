using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Cases;

public sealed class CaseFunctions(Edge edge, CaseAccess access, CaseReader reader, CaseHandler handler)
{
    private const string Many = "practices/{practiceId:guid}/cases";
    private const string One = Many + "/{caseId:guid}";

    [Function(nameof(GetCases))]
    public Task<IResult> GetCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request, PracticeId.From(practiceId), new AuditNote(AuditAction.CasesListed), caller => reader.ListAsync(caller, Query(request), cancellation));

    [Function(nameof(CreateCase))]
    public Task<IResult> CreateCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request,
        Guid practiceId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.CaseCreated);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => BodyAsync<CaseForm>(request, cancellation)
                .ThenAsync(form => handler.CreateAsync(caller, form, cancellation))
                .ThenAsync(opened => CaseHandler.TellOthersAsync(opened, processes))
                .ThenAsync(opened =>
                {
                    note.Subject = opened.Id.ToString();
                    return reader.ReadAsync(opened, cancellation);
                }),
            Answers.Created);
    }

    [Function(nameof(GetCase))]
    public Task<IResult> GetCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation) =>
        CaseAsync(request, practiceId, caseId, AuditAction.CaseRead, opened => Task.FromResult(Result<OpenedCase>.FromValue(opened)), cancellation);

    [Function(nameof(CloseCase))]
    public Task<IResult> CloseCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/close")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation) =>
        CaseAsync(
            request,
            practiceId,
            caseId,
            AuditAction.CaseClosed,
            opened => BodyAsync<ReasonForm>(request, cancellation).ThenAsync(form => handler.SetStatusAsync(opened, CaseStatus.Closed, form, cancellation)),
            cancellation);

    [Function(nameof(ReopenCase))]
    public Task<IResult> ReopenCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/reopen")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation) =>
        CaseAsync(
            request,
            practiceId,
            caseId,
            AuditAction.CaseReopened,
            opened => BodyAsync<ReasonForm>(request, cancellation).ThenAsync(form => handler.SetStatusAsync(opened, CaseStatus.Open, form, cancellation)),
            cancellation);

    [Function(nameof(AddCaseMember))]
    public Task<IResult> AddCaseMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/members")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        CaseAsync(
            request,
            practiceId,
            caseId,
            AuditAction.CaseMemberAdded,
            opened => BodyAsync<MemberChoice>(request, cancellation)
                .ThenAsync(form => handler.AddMemberAsync(opened, form.MemberId, processes, cancellation)),
            cancellation);

    [Function(nameof(RemoveCaseMember))]
    public Task<IResult> RemoveCaseMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One + "/members/{memberId:guid}")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        Guid memberId,
        CancellationToken cancellation) =>
        CaseAsync(
            request,
            practiceId,
            caseId,
            AuditAction.CaseMemberRemoved,
            opened => handler.RemoveMemberAsync(opened, MemberId.From(memberId), cancellation),
            cancellation);

    private static Task<Result<T>> BodyAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : notnull => RequestBody.ReadAsync<T>(request, RequestBody.DefaultLimit, cancellation);

    private static CaseQuery Query(HttpRequest request) => new(
        request.Query["status"].ToString() switch { "open" => CaseStatus.Open, "closed" => CaseStatus.Closed, _ => null },
        request.Query["member"],
        Identifier.TryParse<PatientId>(request.Query["patient"]),
        request.Query["q"],
        request.Query["cursor"]);

    private Task<IResult> CaseAsync(
        HttpRequest request,
        Guid practiceId,
        Guid caseId,
        AuditAction action,
        Func<OpenedCase, Task<Result<OpenedCase>>> use,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(action) { Subject = id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation).ThenAsync(use).ThenAsync(opened => reader.ReadAsync(opened, cancellation)));
    }
}
