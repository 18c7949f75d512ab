using Collaborations.Accounts.Passwords;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Reset;

/// <summary>The steps of a forgotten password. The link's secret comes as <c>Link-Secret</c>; a GET changes nothing on record.</summary>
public sealed class PasswordResetFunctions(Edge edge, PasswordResetHandler handler)
{
    [Function(nameof(AskForPasswordReset))]
    public Task<IResult> AskForPasswordReset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "password-resets")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<PasswordResetRequest, Done>(
            request,
            AuditAction.PasswordResetAsked,
            (body, _) => handler.AskAsync(request, body, processes, cancellation),
            cancellation,
            Answers.AcceptedEmpty);

    [Function(nameof(GetPasswordReset))]
    public Task<IResult> GetPasswordReset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "password-reset")] HttpRequest request, CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.PasswordResetOpened);
        return edge.AnonymousAsync(request, note, () => handler.ReadAsync(request, note, cancellation));
    }

    [Function(nameof(ChoosePasswordResetDelivery))]
    public Task<IResult> ChoosePasswordResetDelivery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "password-reset/delivery")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<DeliveryChoice, PasswordResetState>(
            request, AuditAction.CodeSent, (body, note) => handler.ChooseAsync(request, body, note, processes, cancellation), cancellation, Sent);

    [Function(nameof(ResendPasswordResetCode))]
    public Task<IResult> ResendPasswordResetCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "password-reset/code/resend")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.CodeSent);
        return edge.AnonymousAsync(request, note, () => handler.ResendAsync(request, note, processes, cancellation), Sent);
    }

    [Function(nameof(AnswerPasswordResetCode))]
    public Task<IResult> AnswerPasswordResetCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "password-reset/code")] HttpRequest request, CancellationToken cancellation) =>
        edge.AnonymousStepAsync<CodeAnswer, PasswordResetState>(
            request, AuditAction.CodeAnswered, (body, note) => handler.AnswerAsync(request, body, note, cancellation), cancellation);

    [Function(nameof(SetPasswordByReset))]
    public Task<IResult> SetPasswordByReset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "password-reset/password")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<NewPassword, PasswordResetFinished>(
            request,
            AuditAction.PasswordReset,
            (body, note) => handler.SetPasswordAsync(request, body, note, processes, cancellation),
            cancellation);

    private static IResult Sent(PasswordResetState state) => CodeState.IsPending(state.Code) ? Answers.Accepted(state) : Answers.Ok(state);
}
