using Collaborations.Archives;
using Collaborations.Fhir.Export;
using Collaborations.Fhir.Import;
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

    private static readonly OrchestrationRuntimeStatus[] Ended = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>
    /// Those that, when they fail, say so on the record and take away what they worked on, because a person waits for them and can ask again.
    /// Cancelled ones have done neither, and go on when they are begun anew.
    /// </summary>
    public static IReadOnlyList<string> BegunAnewByPersons { get; } =
        [nameof(ArchiveOrchestration), nameof(FhirExportOrchestration), nameof(FhirImportOrchestration)];

    public static async Task<Result<WorkflowList>> ListAsync(DurableTaskClient processes, OrchestrationQuery query, CancellationToken cancellation)
    {
        await foreach (var page in processes.GetAllInstancesAsync(query).AsPages(query.ContinuationToken, query.PageSize).WithCancellation(cancellation))
        {
            return new WorkflowList([.. page.Values.Select(Workflow.Of)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new WorkflowList([], null);
    }

    public static async Task<Result<WorkflowDetail>> ShowAsync(DurableTaskClient processes, string id, CancellationToken cancellation) =>
        await FindAsync(processes, id, cancellation, withInput: true) is { } found
            ? WorkflowDetail.Of(found, await HistoryAsync(processes, id, cancellation))
            : new NotFound();

    /// <summary>Begins it anew under its own id, with its own input: the sends of its steps keep their names, so what went out goes out no second time.</summary>
    public static async Task<Result<Workflow>> RedriveAsync(DurableTaskClient processes, string id, CancellationToken cancellation)
    {
        if (await FindAsync(processes, id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        switch (found.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Completed:
                return new WorkflowCompleted();
            case OrchestrationRuntimeStatus.Failed when BegunAnewByPersons.Contains(found.Name, StringComparer.Ordinal):
                return new WorkflowBegunAnewByPerson();
            case OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated:
                return await RestartAsync(processes, id, cancellation);
            default:
                return new WorkflowNotEnded();
        }
    }

    public static async Task<Result<Workflow>> CancelAsync(DurableTaskClient processes, string id, CancelReason reason, CancellationToken cancellation)
    {
        if (await FindAsync(processes, id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        if (found.IsCompleted)
        {
            return new WorkflowEnded();
        }

        try
        {
            await processes.TerminateInstanceAsync(id, new TerminateInstanceOptions(reason.ToString(), Recursive: true), cancellation);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // It ended, or was purged, meanwhile; clients differ in what they throw then.
            switch (await processes.GetInstanceAsync(id, cancellation))
            {
                case null:
                    return new NotFound();
                case { IsCompleted: true }:
                    return new WorkflowEnded();
                default:
                    throw;
            }
        }

        return await NowAsync(processes, id, cancellation);
    }

    public static async Task<Result<PurgeAnswer>> PurgeAsync(DurableTaskClient processes, string id, CancellationToken cancellation)
    {
        if (await FindAsync(processes, id, cancellation) is not { } found)
        {
            return new NotFound();
        }

        return found.IsCompleted && await TryPurgeAsync(processes, id, new PurgeInstanceOptions(Recursive: true), cancellation) is { } purged
            ? new PurgeAnswer(purged, More: false)
            : new WorkflowNotEnded();
    }

    public static async Task<Result<PurgeAnswer>> PurgeAsync(
        DurableTaskClient processes, PurgeForm form, DateTimeOffset now, CancellationToken cancellation)
    {
        if (form.EndedBefore > now)
        {
            return new PurgeOfFuture();
        }

        var purged = 0;
        OrchestrationRuntimeStatus[] statuses = form.Failed ? [.. Ended, OrchestrationRuntimeStatus.Failed] : Ended;
        // Whatever ended before then was created before then.
        var query = new OrchestrationQuery(CreatedTo: form.EndedBefore, Statuses: statuses);
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

            purged += await TryPurgeAsync(processes, found.InstanceId, options: null, cancellation) ?? 0;
        }

        return new PurgeAnswer(purged, More: false);
    }

    // An id that begins so is an entity's, of which there are none, and clients refuse to be asked for it.
    private static async Task<OrchestrationMetadata?> FindAsync(DurableTaskClient processes, string id, CancellationToken cancellation, bool withInput = false) =>
        id.StartsWith('@') ? null : await processes.GetInstanceAsync(id, withInput, cancellation);

    /// <returns>Null where it was begun anew meanwhile: some clients throw then.</returns>
    private static async Task<int?> TryPurgeAsync(DurableTaskClient processes, string id, PurgeInstanceOptions? options, CancellationToken cancellation)
    {
        try
        {
            return (await processes.PurgeInstanceAsync(id, options, cancellation)).PurgedInstanceCount;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // One that was found and has no history has not begun, or was purged since.
    private static async Task<IReadOnlyList<WorkflowEvent>> HistoryAsync(DurableTaskClient processes, string id, CancellationToken cancellation)
    {
        try
        {
            return WorkflowHistory.Of(await processes.GetOrchestrationHistoryAsync(id, cancellation));
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    // Of two at once, one comes too late: begun anew by the other, or purged, meanwhile. What the client says then, it says by these.
    private static async Task<Result<Workflow>> RestartAsync(DurableTaskClient processes, string id, CancellationToken cancellation)
    {
        try
        {
            await processes.RestartAsync(id, restartWithNewInstanceId: false, cancellation);
        }
        catch (InvalidOperationException)
        {
            return new WorkflowNotEnded();
        }
        catch (ArgumentException)
        {
            return new NotFound();
        }

        return await NowAsync(processes, id, cancellation);
    }

    private static async Task<Result<Workflow>> NowAsync(DurableTaskClient processes, string id, CancellationToken cancellation) =>
        await processes.GetInstanceAsync(id, cancellation) is { } found ? Workflow.Of(found) : new NotFound();
}
