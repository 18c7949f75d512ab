using Collaborations.Accounts.Profile;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Phones;

/// <summary>The telephones of one's own account.</summary>
public sealed class PhoneFunctions(Edge edge, PhoneHandler handler)
{
    [Function(nameof(AddPhone))]
    public Task<IResult> AddPhone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/phones")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<PhoneAdditionRequest, AccountAnswer>(
            request, AuditAction.PhoneAsked, (caller, body) => handler.BeginAsync(caller, body, processes, cancellation), cancellation, Sent);

    [Function(nameof(ResendPhoneCode))]
    public Task<IResult> ResendPhoneCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/phones/code/resend")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountAsync(request, new AuditNote(AuditAction.CodeSent), caller => handler.ResendAsync(caller, processes, cancellation), Sent);

    [Function(nameof(ConfirmPhone))]
    public Task<IResult> ConfirmPhone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/phones/code")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<CodeAnswer, AccountAnswer>(
            request, AuditAction.PhoneAdded, (caller, body) => handler.ConfirmAsync(caller, body, processes, cancellation), cancellation);

    [Function(nameof(RemovePhone))]
    public Task<IResult> RemovePhone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/phones/{phoneId:guid}/remove")] HttpRequest request,
        Guid phoneId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<PasswordOnly, AccountAnswer>(
            request,
            AuditAction.PhoneRemoved,
            (caller, body) => handler.RemoveAsync(caller, PhoneId.From(phoneId), body, processes, cancellation),
            cancellation);

    private static IResult Sent(AccountAnswer account) => CodeState.IsPending(account.NewPhone) ? Answers.Accepted(account) : Answers.Ok(account);
}
