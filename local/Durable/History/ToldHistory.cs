using Core = global::DurableTask.Core;
using Told = global::DurableTask.Core.History;

namespace Local.Durable.History;

/// <summary>
/// A stored history as the client tells it. What stands in a turn has the time of the turn: what was done began then, and what had come began it.
/// </summary>
internal sealed class ToldHistory
{
    /// <summary>Of what is not numbered.</summary>
    private const int NoNumber = -1;

    private readonly List<Told.HistoryEvent> _told = [];
    private readonly Dictionary<int, DateTime> _timers = [];
    private DateTime _at;
    private bool _inTurn;

    private ToldHistory(DateTime created) => _at = created;

    /// <param name="events">Of one execution, their payloads read.</param>
    /// <param name="created">When the instance was started.</param>
    /// <param name="output">Of one that has ended.</param>
    /// <param name="failure">Of one that has failed.</param>
    public static IList<Told.HistoryEvent> Of(IEnumerable<HistoryEvent> events, DateTime created, Payload? output, Failure? failure)
    {
        var history = new ToldHistory(created);
        foreach (var each in events)
        {
            history.Tell(each, output, failure);
        }

        history.EndTurn();
        return history._told;
    }

    private void Tell(HistoryEvent each, Payload? output, Failure? failure)
    {
        switch (each)
        {
            case TurnStarted turn:
                EndTurn();
                _at = turn.At;
                _inTurn = true;
                Add(new Told.OrchestratorStartedEvent(NoNumber));
                break;
            case ExecutionEnded { Status: InstanceStatus.Terminated } ended:
                // No turn of the orchestrator's brings it about.
                EndTurn();
                _at = ended.Noted ?? _at;
                Add(Of(ended.Status, output, failure));
                break;
            case ExecutionEnded ended:
                _at = ended.Noted ?? _at;
                Add(Of(ended.Status, output, failure));
                EndTurn();
                break;
            case IncomingEvent { Held: true } or ExecutionSuspended or ExecutionResumed:
                EndTurn();
                _at = each.Noted ?? _at;
                Add(Of(each));
                break;
            case TimerCanceled:
                // Nothing tells of it there either: a timer that nobody waits for just never fires.
                break;
            default:
                Add(Of(each));
                break;
        }
    }

    private void EndTurn()
    {
        if (_inTurn)
        {
            _inTurn = false;
            Add(new Told.OrchestratorCompletedEvent(NoNumber));
        }
    }

    private void Add(Told.HistoryEvent told)
    {
        told.Timestamp = _at;
        _told.Add(told);
    }

    private static Told.HistoryEvent Of(InstanceStatus status, Payload? output, Failure? failure) => status == InstanceStatus.Terminated
        ? new Told.ExecutionTerminatedEvent(NoNumber, output?.Text)
        : new Told.ExecutionCompletedEvent(
            NoNumber,
            output?.Text,
            status == InstanceStatus.Failed ? Core.OrchestrationStatus.Failed : Core.OrchestrationStatus.Completed,
            Of(failure));

    private Told.HistoryEvent Of(HistoryEvent each)
    {
        switch (each)
        {
            case ExecutionStarted started:
                return new Told.ExecutionStartedEvent(NoNumber, started.Input?.Text) { Name = started.Name, Version = started.Version };
            case EventRaised raised:
                return new Told.EventRaisedEvent(NoNumber, raised.Data?.Text) { Name = raised.Name };
            case TaskScheduled task:
                return new Told.TaskScheduledEvent(task.Id, task.Name, task.Version, task.Input?.Text) { Tags = task.Tags?.ToDictionary() };
            case TaskCompleted done:
                return new Told.TaskCompletedEvent(NoNumber, done.Id, done.Result?.Text);
            case TaskFailed failed:
                return new Told.TaskFailedEvent(NoNumber, failed.Id, reason: null, details: null, Of(failed.Failure));
            case TimerCreated timer:
                _timers[timer.Id] = timer.FireAt;
                return new Told.TimerCreatedEvent(timer.Id, timer.FireAt);
            case TimerFired fired:
                return new Told.TimerFiredEvent(NoNumber, _timers[fired.Id]) { TimerId = fired.Id };
            case ChildScheduled child:
                return new Told.SubOrchestrationInstanceCreatedEvent(child.Id)
                {
                    Name = child.Name,
                    Version = child.Version,
                    InstanceId = child.InstanceId,
                    Input = child.Input?.Text,
                    Tags = child.Tags?.ToDictionary(),
                };
            case ChildCompleted done:
                return new Told.SubOrchestrationInstanceCompletedEvent(NoNumber, done.Id, done.Result?.Text);
            case ChildFailed failed:
                return new Told.SubOrchestrationInstanceFailedEvent(NoNumber, failed.Id, reason: null, details: null, Of(failed.Failure));
            case EventSent sent:
                return new Told.EventSentEvent(sent.Id) { InstanceId = sent.InstanceId, Name = sent.Name, Input = sent.Data?.Text };
            case ExecutionSuspended suspended:
                return new Told.ExecutionSuspendedEvent(NoNumber, suspended.Reason);
            case ExecutionResumed resumed:
                return new Told.ExecutionResumedEvent(NoNumber, resumed.Reason);
            default:
                throw new InvalidOperationException($"A {each.GetType().Name} has no form of its own to be told in.");
        }
    }

    private static Core.FailureDetails? Of(Failure? failure) => failure is null
        ? null
        : new Core.FailureDetails(failure.Type, failure.Message, failure.Stack, Of(failure.Inner), failure.IsNonRetriable);
}
