using Collaborations.Audit;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Workflows;

public sealed class WorkflowFunctions(OperatorGate gate, TimeProvider clock)
{
    private const string Many = "operations/workflows";
    private const string One = Many + "/{workflowId}";

    [Function(nameof(GetWorkflows))]
    public Task<IResult> GetWorkflows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        gate.RunAsync(
            request,
            new AuditNote(AuditAction.WorkflowsListed),
            () => WorkflowQuery.Of(request).ThenAsync(query => WorkflowHandler.ListAsync(processes, query, cancellation)));

    [Function(nameof(GetWorkflow))]
    public Task<IResult> GetWorkflow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        string workflowId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OneAsync(request, AuditAction.WorkflowRead, workflowId, () => WorkflowHandler.ShowAsync(processes, workflowId, cancellation));

    [Function(nameof(RedriveWorkflow))]
    public Task<IResult> RedriveWorkflow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/redrive")] HttpRequest request,
        string workflowId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OneAsync(request, AuditAction.WorkflowRedriven, workflowId, () => WorkflowHandler.RedriveAsync(processes, workflowId, cancellation));

    [Function(nameof(CancelWorkflow))]
    public Task<IResult> CancelWorkflow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/cancel")] HttpRequest request,
        string workflowId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OneAsync(
            request,
            AuditAction.WorkflowCancelled,
            workflowId,
            () => RequestBody.ReadAsync<CancelForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => WorkflowHandler.CancelAsync(processes, workflowId, form.Reason, cancellation)));

    [Function(nameof(PurgeWorkflow))]
    public Task<IResult> PurgeWorkflow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        string workflowId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        OneAsync(request, AuditAction.WorkflowPurged, workflowId, () => WorkflowHandler.PurgeAsync(processes, workflowId, cancellation));

    [Function(nameof(PurgeWorkflows))]
    public Task<IResult> PurgeWorkflows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/workflow-purges")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        gate.RunAsync(
            request,
            new AuditNote(AuditAction.WorkflowsPurged),
            () => RequestBody.ReadAsync<PurgeForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => WorkflowHandler.PurgeAsync(processes, form, clock.GetUtcNow(), cancellation)));

    private Task<IResult> OneAsync<T>(HttpRequest request, AuditAction action, string workflow, Func<Task<Result<T>>> use)
    {
        // The chain keeps ids: what somebody typed in place of one is no subject until it is found.
        var note = new AuditNote(action);
        return gate.RunAsync(request, note, async () => (await use()).Map(found =>
        {
            note.Subject = workflow;
            return found;
        }));
    }
}
