using Collaborations.Accounts.Sessions;
using Collaborations.Audit;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

public sealed class SignInFunctions(Edge edge, SignInHandler handler, SessionService sessions)
{
    [Function(nameof(SignIn))]
    public Task<IResult> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.SignedIn);
        return edge.AnonymousAsync(
            request,
            note,
            () => RequestBody.ReadAsync<SignInRequest>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => handler.HandleAsync(request, body, note, processes, cancellation)));
    }

    [Function(nameof(SignOut))]
    public Task<IResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(
            request,
            new AuditNote(AuditAction.SignedOut),
            async caller =>
            {
                await sessions.EndAsync(request, caller, cancellation);
                return Result<Done>.FromValue(Done.Instance);
            },
            Answers.NoContent);
}
