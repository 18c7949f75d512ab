using Collaborations.Audit;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Talks.Reading;

public sealed class InboxFunctions(Edge edge, InboxReader inbox)
{
    [Function(nameof(GetInbox))]
    public Task<IResult> GetInbox(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "inbox")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(
            request,
            new AuditNote(AuditAction.InboxListed),
            caller => inbox.ReadAsync(caller, request.Query["q"], request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, cancellation),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    /// <summary>A number, and nobody's data: no line in the audit.</summary>
    [Function(nameof(GetInboxCount))]
    public Task<IResult> GetInboxCount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "inbox/count")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(
            request,
            note: null,
            caller => inbox.CountAsync(caller, cancellation),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));
}
