using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Workflows;

/// <summary>
/// Looks after orchestrations by their ids. By what the Functions client itself offers: it cannot list by the time of an end
/// (ListInstanceIdsAsync is not passed on by it), so a purge goes by when something last happened to an ended one, which is when it ended.
/// </summary>
public static class WorkflowHandler
{
    /// <summary>One request purges no more, so that it ends before its caller gives up.</summary>
    private const int MostPurged = 200;

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public static async Task<Result<WorkflowList>> ListAsync(DurableTaskClient processes, OrchestrationQuery query, CancellationToken cancellation)
    {
        await foreach (var page in processes.GetAllInstancesAsync(query).AsPages(query.ContinuationToken, query.PageSize).WithCancellation(cancellation))
        {
            return new WorkflowList([.. page.Values.Select(Workflow.Of)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new WorkflowList([], null);
    }

    public static async Task<Result<WorkflowDetail>> ShowAsync(DurableTaskClient processes, string id, CancellationToken cancellation) =>
        await processes.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) is { } found ? WorkflowDetail.Of(found) : new NotFound();

    /// <summary>Begins it anew under its own id, with its own input: the sends of its steps keep their names, so what went out goes out no second time.</summary>
    public static async Task<Result<Workflow>> RedriveAsync(DurableTaskClient processes, string id, CancellationToken cancellation)
    {
        if (await processes.GetInstanceAsync(id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        switch (found.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Completed:
                return new WorkflowCompleted();
            case OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated:
                await processes.RestartAsync(id, restartWithNewInstanceId: false, cancellation);
                return await NowAsync(processes, id, cancellation);
            default:
                return new WorkflowNotEnded();
        }
    }

    public static async Task<Result<Workflow>> CancelAsync(DurableTaskClient processes, string id, CancelReason reason, CancellationToken cancellation)
    {
        if (await processes.GetInstanceAsync(id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        if (found.IsCompleted)
        {
            return new WorkflowEnded();
        }

        await processes.TerminateInstanceAsync(id, new TerminateInstanceOptions(reason.ToString(), Recursive: true), cancellation);
        return await NowAsync(processes, id, cancellation);
    }

    public static async Task<Result<PurgeAnswer>> PurgeAsync(DurableTaskClient processes, string id, CancellationToken cancellation)
    {
        if (await processes.GetInstanceAsync(id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        return found.IsCompleted
            ? new PurgeAnswer((await processes.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true), cancellation)).PurgedInstanceCount, More: false)
            : new WorkflowNotEnded();
    }

    public static async Task<Result<PurgeAnswer>> PurgeAsync(DurableTaskClient processes, PurgeForm form, CancellationToken cancellation)
    {
        var purged = 0;
        // Whatever ended before then was created before then.
        var query = new OrchestrationQuery(CreatedTo: form.EndedBefore, Statuses: Ended);
        await foreach (var found in processes.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (found.LastUpdatedAt >= form.EndedBefore)
            {
                continue;
            }

            if (purged >= MostPurged)
            {
                return new PurgeAnswer(purged, More: true);
            }

            purged += (await processes.PurgeInstanceAsync(found.InstanceId, options: null, cancellation)).PurgedInstanceCount;
        }

        return new PurgeAnswer(purged, More: false);
    }

    private static async Task<Result<Workflow>> NowAsync(DurableTaskClient processes, string id, CancellationToken cancellation) =>
        await processes.GetInstanceAsync(id, cancellation) is { } found ? Workflow.Of(found) : new NotFound();
}
