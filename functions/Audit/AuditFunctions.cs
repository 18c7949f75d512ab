using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Audit;

/// <summary>What a manager learns of the chain.</summary>
public sealed record AuditVerification(bool Intact, long Entries, long? BrokenAt, string? Fault);

public sealed class AuditFunctions(Edge edge, AuditVerifier verifier)
{
    [Function(nameof(VerifyAudit))]
    public Task<IResult> VerifyAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "practices/{practiceId:guid}/audit/verification")] HttpRequest request,
        Guid practiceId,
        CancellationToken cancellation)
    {
        var practice = PracticeId.From(practiceId);
        return edge.ManagerAsync(
            request, practice, new AuditNote(AuditAction.AuditVerified), async _ => await VerifyAsync(practice, cancellation));
    }

    private async Task<Result<AuditVerification>> VerifyAsync(PracticeId practice, CancellationToken cancellation)
    {
        var verdict = await verifier.VerifyAsync(AuditChain.Of(practice), cancellation);
        return new AuditVerification(verdict.Fault is null, verdict.Lines, verdict.BrokenAt, verdict.Fault?.ToString());
    }
}
