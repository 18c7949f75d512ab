using DurableTask.Core;
using DurableTask.Core.History;

namespace Collaborations.Operating.Workflows;

/// <summary>What can happen to an orchestration, as operators say it.</summary>
public enum WorkflowEventKind
{
    Started,
    ActivityBegun,
    ActivityCompleted,
    ActivityFailed,
    TimerSet,
    TimerFired,
    EventReceived,
    EventSent,
    WorkflowBegun,
    WorkflowCompleted,
    WorkflowFailed,
    Suspended,
    Resumed,
    BegunAnew,
    Completed,
    Failed,
    Cancelled,
}

/// <summary>One line of an orchestration's history.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Name">Of the activity, the event or the other orchestration; null for what has none.</param>
/// <param name="DueAt">Of a timer: when it fires.</param>
/// <param name="Failures">Of what failed, as in <see cref="WorkflowDetail"/>; null otherwise.</param>
public sealed record WorkflowEvent(
    DateTimeOffset At, WorkflowEventKind Kind, string? Name = null, DateTimeOffset? DueAt = null, IReadOnlyList<string>? Failures = null);

/// <summary>
/// The history of an orchestration as far as it may be shown: times, kinds and names. What went in and came out is left out, and so are the sentences of failures.
/// </summary>
public static class WorkflowHistory
{
    public static IReadOnlyList<WorkflowEvent> Of(IEnumerable<HistoryEvent> history)
    {
        var begun = new Dictionary<int, string?>();
        var timers = new Dictionary<int, DateTimeOffset>();
        var told = new List<WorkflowEvent>();
        foreach (var each in history)
        {
            switch (each)
            {
                case TaskScheduledEvent task:
                    begun[task.EventId] = task.Name;
                    break;
                case SubOrchestrationInstanceCreatedEvent other:
                    begun[other.EventId] = other.Name;
                    break;
                case TimerCreatedEvent timer:
                    timers[timer.EventId] = TimeOf(timer.FireAt);
                    break;
            }

            if (Of(each, begun, timers) is { } line)
            {
                told.Add(line);
            }
        }

        return told;
    }

    // A turn of the orchestrator is none of its steps, and what nobody here has a word for is left out.
    private static WorkflowEvent? Of(HistoryEvent each, Dictionary<int, string?> begun, Dictionary<int, DateTimeOffset> timers)
    {
        var at = TimeOf(each.Timestamp);
        return each switch
        {
            ExecutionStartedEvent started => new WorkflowEvent(at, WorkflowEventKind.Started, started.Name),
            TaskScheduledEvent task => new WorkflowEvent(at, WorkflowEventKind.ActivityBegun, task.Name),
            TaskCompletedEvent done => new WorkflowEvent(at, WorkflowEventKind.ActivityCompleted, begun.GetValueOrDefault(done.TaskScheduledId)),
            TaskFailedEvent failed => new WorkflowEvent(
                at, WorkflowEventKind.ActivityFailed, begun.GetValueOrDefault(failed.TaskScheduledId), Failures: TypesOf(failed.FailureDetails)),
            SubOrchestrationInstanceCreatedEvent other => new WorkflowEvent(at, WorkflowEventKind.WorkflowBegun, other.Name),
            SubOrchestrationInstanceCompletedEvent done => new WorkflowEvent(
                at, WorkflowEventKind.WorkflowCompleted, begun.GetValueOrDefault(done.TaskScheduledId)),
            SubOrchestrationInstanceFailedEvent failed => new WorkflowEvent(
                at, WorkflowEventKind.WorkflowFailed, begun.GetValueOrDefault(failed.TaskScheduledId), Failures: TypesOf(failed.FailureDetails)),
            TimerCreatedEvent timer => new WorkflowEvent(at, WorkflowEventKind.TimerSet, DueAt: timers[timer.EventId]),
            TimerFiredEvent timer => new WorkflowEvent(
                at, WorkflowEventKind.TimerFired, DueAt: timers.TryGetValue(timer.TimerId, out var due) ? due : TimeOf(timer.FireAt)),
            EventRaisedEvent raised => new WorkflowEvent(at, WorkflowEventKind.EventReceived, raised.Name),
            EventSentEvent sent => new WorkflowEvent(at, WorkflowEventKind.EventSent, sent.Name),
            ExecutionSuspendedEvent => new WorkflowEvent(at, WorkflowEventKind.Suspended),
            ExecutionResumedEvent => new WorkflowEvent(at, WorkflowEventKind.Resumed),
            ExecutionTerminatedEvent => new WorkflowEvent(at, WorkflowEventKind.Cancelled),
            ExecutionCompletedEvent ended => new WorkflowEvent(at, KindOf(ended.OrchestrationStatus), Failures: TypesOf(ended.FailureDetails)),
            _ => null,
        };
    }

    private static WorkflowEventKind KindOf(OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.Failed => WorkflowEventKind.Failed,
        OrchestrationStatus.Terminated or OrchestrationStatus.Canceled => WorkflowEventKind.Cancelled,
        OrchestrationStatus.ContinuedAsNew => WorkflowEventKind.BegunAnew,
        _ => WorkflowEventKind.Completed,
    };

    // Histories are in UTC; where they say so depends on what carried them.
    private static DateTimeOffset TimeOf(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static List<string>? TypesOf(FailureDetails? failure)
    {
        if (failure is null)
        {
            return null;
        }

        var types = new List<string>();
        for (var each = failure; each is not null; each = each.InnerFailure)
        {
            types.Add(each.ErrorType);
        }

        return types;
    }
}
