using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Accounts.Sessions;

public sealed class SessionFunctions(Edge edge, SessionReader reader)
{
    [Function(nameof(GetSession))]
    public Task<IResult> GetSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "session")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(request, note: null, caller => reader.ReadAsync(caller, cancellation));

    /// <summary>The edge has noted the activity already; what is left is to say how long it lasts now.</summary>
    [Function(nameof(KeepSession))]
    public Task<IResult> KeepSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "session/keep")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(request, note: null, caller => reader.ReadAsync(caller, cancellation));
}
