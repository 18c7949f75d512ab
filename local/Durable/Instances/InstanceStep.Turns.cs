using Local.Durable.History;
using Local.Durable.Replay;
using Local.Durable.Tracing;

namespace Local.Durable.Instances;

/// <summary>The orchestrator's part of a step.</summary>
internal sealed partial class InstanceStep
{
    // An orchestrator may continue as new in its first turn, and so on without end; each commit carries a bounded number.
    private const int MostExecutionsInAStep = 2;

    /// <summary>Whether this application may run the instance's version; fails the instance where the options say so.</summary>
    private bool MayRun(InstanceState state)
    {
        if (_engine.Versions.WhyNot(state.Version) is not { } reason)
        {
            return true;
        }

        if (_engine.Options.VersionFailureStrategy == VersionFailureStrategy.Reject)
        {
            _engine.Log.VersionRejected(state.InstanceId, reason);
            return false;
        }

        _fresh.Clear();
        End(state, InstanceStatus.Failed, null, new Failure(Failure.Types.VersionMismatch, reason, IsNonRetriable: true));
        return false;
    }

    private void RunTurns(InstanceState state)
    {
        for (var execution = 1; ; execution++)
        {
            if (RunTurn(state) is not ContinuesAsNew next)
            {
                return;
            }

            ContinueAsNew(state, next);
            if (execution == MostExecutionsInAStep || !MayRun(state))
            {
                break;
            }
        }

        Hold(state);
        if (!_engine.IsStopping)
        {
            _engine.Instances.Post(_instanceId, new WakeMessage());
        }
    }

    private TurnEnd? RunTurn(InstanceState state)
    {
        var now = Now.UtcDateTime > state.History.LastTurn ? Now.UtcDateTime : state.History.LastTurn;
        var result = _engine.Registry.TryGetOrchestration(state.Name, out var orchestrator)
            ? new Turn(orchestrator, state.Identity, _engine.Environment, OnBroken(state.ExecutionId)).Run(state.History.Events, now, _fresh)
            : new TurnResult([], state.CustomStatus, new Broke(new Failure(
                Failure.Types.OrchestratorNotFound, NotFound(state), IsNonRetriable: true)));

        state.History.Append(new TurnStarted(now));
        foreach (var historyEvent in _fresh.Concat(result.Done))
        {
            state.History.Append(historyEvent);
        }

        _fresh.Clear();
        state.Status = InstanceStatus.Running;
        var isReplayed = result.End is not Broke { Failure.Type: Failure.Types.NonDeterministic };
        if (isReplayed && result.CustomStatus?.Text != state.CustomStatus?.Text)
        {
            state.CustomStatus = result.CustomStatus;
        }

        Send(state, result.Done);
        switch (result.End)
        {
            case Returned returned:
                End(state, InstanceStatus.Completed, returned.Output, null);
                break;
            case Broke broke:
                _engine.Log.OrchestrationFailed(state.InstanceId, state.Name, broke.Failure.Type);
                End(state, InstanceStatus.Failed, null, broke.Failure);
                break;
        }

        return result.End;
    }

    private static string NotFound(InstanceState state) => string.IsNullOrEmpty(state.Version)
        ? $"No orchestrator task named '{state.Name}' was found."
        : $"No orchestrator task named '{state.Name}' with version '{state.Version}' was found.";

    private Action OnBroken(string executionId) => () => _engine.Instances.Post(
        _instanceId, new BrokenMessage(executionId, Failure.From(new InvalidOperationException(ReplayContext.IllegalAwait))));

    private void ContinueAsNew(InstanceState state, ContinuesAsNew next)
    {
        AbandonBlobs(state);
        EngineTrace.Ended(state, "ContinuedAsNew", Now);
        state.Trace = state.Trace?.Next(Now);
        state.ExecutionId = DeterministicGuid.From($"{state.ExecutionId}/next").ToString("N");
        state.Version = next.Version;
        state.Input = next.Input;
        state.CustomStatus = null;
        state.History = new InstanceHistory();
        _fresh.Add(new ExecutionStarted(state.Name, state.Version, state.Input));
        _fresh.AddRange(next.Events.Select(raised => raised with { Held = false, Noted = null }));
    }

    private void End(InstanceState state, InstanceStatus status, Payload? output, Failure? failure)
    {
        _engine.Activities.Abandon(state.ExecutionId, state.History.Open.Activities);
        state.History.Append(new ExecutionEnded(status) { Noted = Now.UtcDateTime });
        state.Status = status;
        state.Output = output;
        state.Failure = failure;
        EngineTrace.Ended(state, status.ToString(), Now);
        _isChanged = true;
        if (state.Parent is { } parent)
        {
            var told = status == InstanceStatus.Terminated
                ? new Failure(Failure.Types.Terminated, $"The sub-orchestration '{state.InstanceId}' was terminated.")
                : failure;
            Send(state, new ChildEnded(NewMessageId(), parent.InstanceId, parent.ExecutionId, parent.TaskId, output, told));
        }
    }

    // Of a sub-orchestration, and above of a continuation, the id follows from what brought it about: a step that is taken again after a
    // crash makes the same execution. A client that has to ask again asks for another one.
    private static string NewExecutionId(ParentLink? parent) =>
        (parent is null ? Guid.NewGuid() : DeterministicGuid.From($"{parent.ExecutionId}/child/{parent.TaskId}")).ToString("N");

    private static string NewMessageId() => Guid.NewGuid().ToString("N");
}
