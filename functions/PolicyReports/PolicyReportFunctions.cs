using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.PolicyReports;

public sealed class PolicyReportFunctions(Edge edge, PolicyReportHandler handler)
{
    /// <summary>Browsers post here by themselves, without anybody's cookie; nothing of anybody is in it, so it leaves no line.</summary>
    [Function(nameof(TakePolicyReport))]
    public Task<IResult> TakePolicyReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "csp-reports")] HttpRequest request, CancellationToken cancellation) =>
        edge.AnonymousAsync(request, note: null, () => handler.TakeAsync(request, cancellation), Answers.NoContent);
}
