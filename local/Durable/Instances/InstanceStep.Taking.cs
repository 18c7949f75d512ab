using Local.Durable.History;

namespace Local.Durable.Instances;

/// <summary>What messages do to the instance. Those for an instance that has ended, or never was, are dropped.</summary>
internal sealed partial class InstanceStep
{
    private void Take(Message message)
    {
        switch (message)
        {
            case DeliveredMessage delivered:
                TakeDelivered(delivered.MessageId);
                return;
            case TidyMessage:
                _isTidied |= _arrived.Count > 0;
                return;
        }

        if (_state is not { } state || state.Status.HasEnded())
        {
            return;
        }

        switch (message)
        {
            case WakeMessage:
                _mayRunHeld = true;
                break;
            case RaiseMessage raise:
                _fresh.Add(new EventRaised(raise.Name, raise.Data));
                break;
            case ActivityEndedMessage ended when ended.ExecutionId == state.ExecutionId && state.History.Open.HasActivity(ended.End.Id):
                state.History.Open.Close(ended.End.Id);
                _fresh.Add(ended.End);
                break;
            case BrokenMessage broken when broken.ExecutionId == state.ExecutionId:
                EndByForce(state, InstanceStatus.Failed, null, broken.Failure);
                break;
            case DeliveryMessage delivery:
                TakeDelivery(state, delivery.Content);
                break;
            case SuspendMessage suspend when state.Status != InstanceStatus.Suspended:
                state.History.Append(new ExecutionSuspended(suspend.Reason) { Noted = Now.UtcDateTime });
                state.Status = InstanceStatus.Suspended;
                _isChanged = true;
                break;
            case ResumeMessage resume when state.Status == InstanceStatus.Suspended:
                state.History.Append(new ExecutionResumed(resume.Reason) { Noted = Now.UtcDateTime });
                state.Status = state.History.HasTurns ? InstanceStatus.Running : InstanceStatus.Pending;
                _isChanged = true;
                _mayRunHeld = true;
                break;
            case TerminateMessage terminate:
                Terminate(state, terminate.Output, terminate.Recursive);
                break;
        }
    }

    private void TakeDelivery(InstanceState state, OutboxMessage content)
    {
        switch (content)
        {
            case SentEvent sent when state.Seen.Add(sent.Id):
                _fresh.Add(new EventRaised(sent.Name, Own(sent.Data)));
                break;
            case ChildEnded ended when ended.ParentExecutionId == state.ExecutionId && state.History.Open.TryGetChild(ended.TaskId, out _):
                state.History.Open.Close(ended.TaskId);
                _fresh.Add(ended.Failure is { } failure ? new ChildFailed(ended.TaskId, failure) : new ChildCompleted(ended.TaskId, Own(ended.Result)));
                Settle(state, message => message is StartChild start && start.Parent.ExecutionId == ended.ParentExecutionId && start.Parent.TaskId == ended.TaskId);
                break;
            case TerminateChild terminate when terminate.Parent == state.Parent:
                Terminate(state, Own(terminate.Output), recursive: true);
                break;
        }
    }

    // The sender's payload may stand in a blob that goes when the sender is purged; the receiver keeps one of its own.
    private static Payload? Own(Payload? received) => Payload.Of(received?.Text);

    private void Terminate(InstanceState state, Payload? output, bool recursive)
    {
        if (recursive)
        {
            foreach (var child in state.History.Open.Children)
            {
                Send(state, new TerminateChild(
                    NewMessageId(), child.InstanceId, output, new ParentLink(state.InstanceId, state.Name, state.ExecutionId, child.Id)));
            }
        }

        EndByForce(state, InstanceStatus.Terminated, output, null);
    }

    // The orchestrator does not run again; what it had not yet been told stands in the history all the same.
    private void EndByForce(InstanceState state, InstanceStatus status, Payload? output, Failure? failure)
    {
        Hold(state);
        End(state, status, output, failure);
    }
}
