using Collaborations.Audit;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Closing;

public sealed class AccountClosingFunctions(Edge edge, AccountClosing closing)
{
    [Function(nameof(CloseAccount))]
    public Task<IResult> CloseAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/close")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<PasswordOnly, ClosingAnswer>(
            request, AuditAction.AccountClosing, (caller, body) => closing.AskAsync(request, caller, body, processes, cancellation), cancellation);
}
