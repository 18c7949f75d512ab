using Collaborations.Audit;
using Collaborations.Collaborating;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Cases.Activity;

public sealed record ActivityAnswer(DateTimeOffset At, ActivityKind Kind, string? ByName, string? AboutName, string? Reason);

public sealed record ActivityList(IReadOnlyList<ActivityAnswer> Activities, string? Cursor);

public sealed class ActivityFunctions(
    Edge edge, CaseAccess access, CaseActivityStore activities, CollaborationStore collaborations, NoticeSender names)
{
    private const int PageSize = 50;

    [Function(nameof(GetCaseActivity))]
    public Task<IResult> GetCaseActivity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "practices/{practiceId:guid}/cases/{caseId:guid}/activity")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.CaseActivityRead) { Subject = id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation).ThenAsync(_ => ReadAsync(caller.Practice, id, request.Query["cursor"], cancellation)));
    }

    private async Task<Result<ActivityList>> ReadAsync(PracticeId practice, CaseId id, string? cursor, CancellationToken cancellation)
    {
        var page = await activities.PageAsync(id, PageSize, string.IsNullOrEmpty(cursor) ? null : cursor, cancellation);
        var answers = new List<ActivityAnswer>();
        foreach (var one in page.Rows)
        {
            answers.Add(new ActivityAnswer(
                one.At, one.Kind, await ByAsync(practice, one, cancellation), await NameAsync(practice, one.About, cancellation), one.Reason));
        }

        return new ActivityList(answers, page.Cursor);
    }

    // A collaborator by the name that the collaboration was sent to.
    private async Task<string?> ByAsync(PracticeId practice, CaseActivity one, CancellationToken cancellation) =>
        one is { Collaboration: { } id, ByContact: { } contact }
            ? (await collaborations.FindAsync(practice, id, cancellation))?.Record.Find(contact)?.Name
            : await NameAsync(practice, one.By, cancellation);

    private async Task<string?> NameAsync(PracticeId practice, MemberId? member, CancellationToken cancellation) =>
        member is { } id ? await names.NameOfAsync(practice, id, cancellation) : null;
}
