using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Health;

public sealed class HealthFunctions(HealthCheck check)
{
    /// <summary>200 when every part answers, otherwise 503; never cached, and open to everyone because it says nothing about anyone.</summary>
    [Function(nameof(GetHealth))]
    public async Task<IResult> GetHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations,
        CancellationToken cancellation)
    {
        var report = await check.RunAsync(orchestrations, cancellation);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(report, statusCode: report.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
