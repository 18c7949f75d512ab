using Collaborations.Accounts.Sessions;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

public sealed class SignInFunctions(Edge edge, SignInHandler handler, SecondStep secondStep, SessionService sessions)
{
    [Function(nameof(SignIn))]
    public Task<IResult> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<SignInRequest, SignInState>(
            request, AuditAction.SignedIn, (body, note) => handler.HandleAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(ChooseSignInDelivery))]
    public Task<IResult> ChooseSignInDelivery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/delivery")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<DeliveryChoice, SignInState>(
            request, AuditAction.CodeSent, (body, note) => secondStep.ChooseAsync(request, body, note, processes, cancellation), cancellation, Sent);

    [Function(nameof(ResendSignInCode))]
    public Task<IResult> ResendSignInCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/code/resend")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.CodeSent);
        return edge.AnonymousAsync(request, note, () => secondStep.ResendAsync(request, note, processes, cancellation), Sent);
    }

    [Function(nameof(AnswerSignInCode))]
    public Task<IResult> AnswerSignInCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/code")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<CodeAnswer, SignInState>(
            request, AuditAction.CodeAnswered, (body, note) => secondStep.AnswerAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(AnswerSignInAuthenticator))]
    public Task<IResult> AnswerSignInAuthenticator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/authenticator")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<CodeAnswer, SignInState>(
            request, AuditAction.CodeAnswered, (body, note) => secondStep.AnswerByAppAsync(request, body, note, processes, cancellation), cancellation);

    /// <summary>Asked by the page by itself, so it leaves no line: whether a text arrived or a call was answered is known only later.</summary>
    [Function(nameof(GetSignIn))]
    public Task<IResult> GetSignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in")] HttpRequest request, CancellationToken cancellation) =>
        edge.AnonymousAsync(request, note: null, () => secondStep.ReadAsync(request, cancellation));

    [Function(nameof(SignOut))]
    public Task<IResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, CancellationToken cancellation) =>
        edge.SessionAsync(
            request,
            new AuditNote(AuditAction.SignedOut),
            async caller =>
            {
                await sessions.EndAsync(request, caller, cancellation);
                return Result<Done>.FromValue(Done.Instance);
            },
            Answers.NoContent);

    private static IResult Sent(SignInState state) => CodeState.IsPending(state.Code) ? Answers.Accepted(state) : Answers.Ok(state);
}
