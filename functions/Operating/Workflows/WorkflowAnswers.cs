using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Workflows;

/// <summary>How an orchestration stands, as operators say it.</summary>
public enum WorkflowStatus
{
    Pending,
    Running,
    Suspended,
    Completed,
    Failed,
    Cancelled,
}

/// <summary>One orchestration in a list.</summary>
/// <param name="WorkflowId">The instance's.</param>
/// <param name="Name">Of the orchestrator.</param>
/// <param name="Status">How it stands.</param>
/// <param name="CreatedAt">When it was started.</param>
/// <param name="UpdatedAt">When something last happened to it.</param>
public sealed record Workflow(string WorkflowId, string Name, WorkflowStatus Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static Workflow Of(OrchestrationMetadata instance) =>
        new(instance.InstanceId, instance.Name, StatusOf(instance.RuntimeStatus), instance.CreatedAt, instance.LastUpdatedAt);

    private static WorkflowStatus StatusOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => WorkflowStatus.Pending,
        OrchestrationRuntimeStatus.Suspended => WorkflowStatus.Suspended,
        OrchestrationRuntimeStatus.Completed => WorkflowStatus.Completed,
        OrchestrationRuntimeStatus.Failed => WorkflowStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => WorkflowStatus.Cancelled,
        _ => WorkflowStatus.Running,
    };
}

/// <summary>Some of them, and where the next begin.</summary>
public sealed record WorkflowList(IReadOnlyList<Workflow> Workflows, string? Cursor);

/// <summary>One of them, as far as it may be shown.</summary>
/// <param name="Workflow">How it stands.</param>
/// <param name="Input">JSON of ids, as every input of an orchestration is.</param>
/// <param name="CustomStatus">Likewise; null where it sets none.</param>
/// <param name="Failures">
/// The types of what went wrong, the outermost first; never the sentences with them, in which a service may have repeated an address.
/// </param>
/// <param name="History">What has happened to it, the latest last.</param>
/// <param name="Earlier">How many lines of its history came before those.</param>
public sealed record WorkflowDetail(
    Workflow Workflow, string? Input, string? CustomStatus, IReadOnlyList<string> Failures, IReadOnlyList<WorkflowEvent> History, int Earlier)
{
    /// <summary>Lines of history in one answer; hardly any orchestration has as many before it continues as new.</summary>
    public const int MostEvents = 500;

    public static WorkflowDetail Of(OrchestrationMetadata instance, IReadOnlyList<WorkflowEvent> history) => new(
        Workflow.Of(instance),
        instance.SerializedInput,
        instance.SerializedCustomStatus,
        [.. TypesOf(instance.FailureDetails)],
        [.. history.TakeLast(MostEvents)],
        Math.Max(history.Count - MostEvents, 0));

    private static IEnumerable<string> TypesOf(TaskFailureDetails? failure)
    {
        for (var each = failure; each is not null; each = each.InnerFailure)
        {
            yield return each.ErrorType;
        }
    }
}

/// <summary>How many are gone.</summary>
/// <param name="Purged">In this call.</param>
/// <param name="More">Whether there was more than one call may take.</param>
public sealed record PurgeAnswer(int Purged, bool More);

/// <summary>Why an operator ends an orchestration. From a list: what is typed freely would stay in the scheduler, whatever it says.</summary>
public enum CancelReason
{
    Stuck,
    StartedByMistake,
    Obsolete,
    Replaced,
}

/// <param name="Reason">Kept as the orchestration's output.</param>
public sealed record CancelForm(CancelReason Reason);

/// <param name="EndedBefore">Those that ended earlier.</param>
/// <param name="Failed">Whether also those that failed: they may still be begun anew, and nothing else tells what was left undone.</param>
public sealed record PurgeForm(DateTimeOffset EndedBefore, bool Failed = false);

/// <summary>What ends from now on has not been looked at by whoever asks.</summary>
public sealed record PurgeOfFuture() : InvalidInput("time-in-future", "endedBefore");

/// <summary>Only what has failed or was cancelled is begun anew; what runs is cancelled first.</summary>
public sealed record WorkflowNotEnded() : Conflict("workflow-not-ended");

/// <summary>What ended well is not begun anew.</summary>
public sealed record WorkflowCompleted() : Conflict("workflow-completed");

/// <summary>
/// What it works on was given up and taken away with its failure: begun anew it would end well and have done nothing. Whoever asked for it asks again.
/// </summary>
public sealed record WorkflowBegunAnewByPerson() : Conflict("workflow-begun-anew-by-person");

/// <summary>What has ended is not cancelled.</summary>
public sealed record WorkflowEnded() : Conflict("workflow-ended");
