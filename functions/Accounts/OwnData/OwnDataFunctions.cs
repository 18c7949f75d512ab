using Collaborations.Archives;
using Collaborations.Audit;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.OwnData;

public sealed class OwnDataFunctions(Edge edge, ArchiveHandler archives)
{
    [Function(nameof(ArchiveOwnData))]
    public Task<IResult> ArchiveOwnData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/archive")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountAsync(
            request,
            new AuditNote(AuditAction.AccountArchived),
            caller => archives.AskAsync(OwnDataArchive.PlaceOf(caller.Account), practice: null, processes, cancellation),
            ArchiveAnswers.Of);
}
