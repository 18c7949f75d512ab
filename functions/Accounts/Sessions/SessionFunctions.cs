using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Accounts.Sessions;

public sealed class SessionFunctions(Edge edge, SessionReader reader, NewTermsHandler terms)
{
    [Function(nameof(GetSession))]
    public Task<IResult> GetSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "session")] HttpRequest request, CancellationToken cancellation) =>
        edge.SessionAsync(request, note: null, caller => reader.ReadAsync(caller, cancellation));

    /// <summary>The edge has noted the activity already; what is left is to say how long it lasts now.</summary>
    [Function(nameof(KeepSession))]
    public Task<IResult> KeepSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "session/keep")] HttpRequest request, CancellationToken cancellation) =>
        edge.SessionAsync(request, note: null, caller => reader.ReadAsync(caller, cancellation));

    [Function(nameof(AcceptNewTerms))]
    public Task<IResult> AcceptNewTerms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "session/terms")] HttpRequest request, CancellationToken cancellation) =>
        edge.SessionAsync(
            request,
            new AuditNote(AuditAction.TermsAccepted),
            caller => RequestBody.ReadAsync<TermsAnswer>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => terms.AcceptAsync(caller, body, cancellation)));
}
