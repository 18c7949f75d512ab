using Collaborations.Accounts.Profile;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Authenticators;

/// <summary>The authenticator app of one's own account.</summary>
public sealed class AuthenticatorFunctions(Edge edge, AuthenticatorHandler handler)
{
    [Function(nameof(BeginAuthenticator))]
    public Task<IResult> BeginAuthenticator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/authenticator")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountStepAsync<PasswordOnly, AuthenticatorEnrolment>(
            request, AuditAction.AuthenticatorAsked, (caller, body) => handler.BeginAsync(caller, body, cancellation), cancellation);

    [Function(nameof(ConfirmAuthenticator))]
    public Task<IResult> ConfirmAuthenticator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/authenticator/confirm")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<CodeAnswer, AccountAnswer>(
            request, AuditAction.AuthenticatorAdded, (caller, body) => handler.ConfirmAsync(caller, body, processes, cancellation), cancellation);

    [Function(nameof(RemoveAuthenticator))]
    public Task<IResult> RemoveAuthenticator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/authenticator/remove")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<PasswordOnly, AccountAnswer>(
            request, AuditAction.AuthenticatorRemoved, (caller, body) => handler.RemoveAsync(caller, body, processes, cancellation), cancellation);
}
