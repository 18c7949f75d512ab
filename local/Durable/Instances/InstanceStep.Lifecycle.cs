using Local.Durable.History;
using Local.Durable.Storage;
using Local.Durable.Tracing;

namespace Local.Durable.Instances;

/// <summary>Beginning, beginning again, and purging.</summary>
internal sealed partial class InstanceStep
{
    private static readonly IReadOnlySet<InstanceStatus> Ended =
        new HashSet<InstanceStatus> { InstanceStatus.Completed, InstanceStatus.Failed, InstanceStatus.Terminated };

    private async Task StartAsync(StartMessage start)
    {
        start.Result = await TryStartAsync(start.Request, start.Replaceable);
        start.Complete();
    }

    private async Task StartChildAsync(DeliveryMessage delivery, StartChild child)
    {
        var request = new StartRequest(child.Name, child.Version, Own(child.Input)) { Tags = child.Tags, Parent = child.Parent, TraceParent = child.TraceParent };
        if (!await TryStartAsync(request, Ended))
        {
            Refuse(_engine, delivery, child, new Failure(
                Failure.Types.AlreadyExists, $"An orchestration instance with the ID '{_instanceId}' already exists.", IsNonRetriable: true));
        }

        Receipt(delivery);
        delivery.Complete();
    }

    /// <summary>Answers a parent in the name of a sub-orchestration that could not be started.</summary>
    /// <remarks>
    /// There is no record to keep the answer in, and none is needed: until the parent has committed it, its start message comes again.
    /// </remarks>
    public static void Refuse(Engine engine, DeliveryMessage delivery, StartChild child, Failure failure)
    {
        delivery.IsReceipt = false;
        var answer = new ChildEnded(NewMessageId(), child.Parent.InstanceId, child.Parent.ExecutionId, child.Parent.TaskId, null, failure);
        engine.Instances.Post(child.Parent.InstanceId, new DeliveryMessage(child.Target, answer));
    }

    private async Task RestartAsync(RestartMessage restart)
    {
        if (_state is not { } state)
        {
            restart.Result = RestartOutcome.NotFound;
        }
        else if (!state.Status.HasEnded())
        {
            restart.Result = RestartOutcome.NotEnded;
        }
        else
        {
            await TryStartAsync(new StartRequest(state.Name, state.Version, Own(state.Input)) { Tags = state.Tags, TraceParent = state.Trace?.Parent }, Ended);
            restart.Result = RestartOutcome.Restarted;
        }

        restart.Complete();
    }

    /// <summary>
    /// Commits a new instance in the place of nothing, or of one that gives way. Its first turn is a step of its own: no orchestrator runs before
    /// its start is durable.
    /// </summary>
    private async Task<bool> TryStartAsync(StartRequest request, IReadOnlySet<InstanceStatus> replaceable)
    {
        if (_isPresumed)
        {
            // Most starts are of new ids: the insert itself tells whether this one is.
            _isPresumed = false;
            try
            {
                _state = NewState(request, null);
                await CommitAsync(isPresumed: true);
                return true;
            }
            catch (RecordExistsException)
            {
                _state = await _engine.Store.LoadAsync(_instanceId);
                _isChanged = false;
                TakeUp();
                await FinishAsync();
            }
        }

        if (_state is { } existing)
        {
            if (request.Parent is not null && request.Parent == existing.Parent)
            {
                // A repeat: the sub-orchestration was committed, but the parent's record did not yet say so when the engine ended.
                return true;
            }

            if (!replaceable.Contains(existing.Status))
            {
                return false;
            }

            if (!existing.Status.HasEnded())
            {
                Terminate(existing, null, recursive: false);
                await FinishAsync();
            }

            AbandonBlobs(existing);
        }

        _state = NewState(request, _state);
        await CommitAsync();
        return true;
    }

    private InstanceState NewState(StartRequest request, InstanceState? replaced)
    {
        _isChanged = true;
        return new InstanceState
        {
            InstanceId = _instanceId,
            ExecutionId = NewExecutionId(request.Parent),
            Name = request.Name,
            Version = request.Version,
            Input = request.Input,
            Tags = request.Tags ?? new Dictionary<string, string>(),
            StartAt = request.StartAt > Now ? request.StartAt : null,
            Trace = ExecutionTrace.Begin(request.TraceParent, request.StartAt > Now ? request.StartAt.Value : Now),
            Parent = request.Parent,
            CreatedAt = Now,
            HasBlobs = replaced?.HasBlobs ?? false,

            // The record is the same one: what it owes to others, and what it has seen of them, outlives the execution.
            Outbox = replaced?.Outbox ?? [],
            Seen = replaced?.Seen ?? [],
            ETag = replaced?.ETag,
        };
    }

    private async Task PurgeAsync(PurgeMessage purge)
    {
        if (_state is not { } state || !state.Status.HasEnded())
        {
            purge.Result = new PurgeOutcome(false, []);
            purge.Complete();
            return;
        }

        if (state.Outbox.Count > 0)
        {
            // Someone has not yet heard how it ended.
            _waitingForDelivery.Add(purge);
            return;
        }

        var children = state.History.Events.OfType<ChildScheduled>().Select(child => child.InstanceId).Distinct().ToList();
        await _engine.Store.DeleteAsync(state);
        _engine.Timers.Set(_instanceId, null);
        ForgetArrived();
        _state = null;
        purge.Result = new PurgeOutcome(true, children);
        purge.Complete();
    }
}
