using Local.Durable.History;
using Local.Durable.Storage;

namespace Local.Durable.Instances;

/// <summary>What a commit lets happen, and the messages between instances.</summary>
internal sealed partial class InstanceStep
{
    // Ids of messages that arrived while the stored record still names them.
    private readonly HashSet<string> _arrived = new(StringComparer.Ordinal);

    // Blobs of executions that are no more.
    private readonly HashSet<string> _staleBlobs = new(StringComparer.Ordinal);

    /// <summary>After reading: everything the record says is under way is set going again, unless it is going in this process.</summary>
    private void TakeUp()
    {
        if (_state is not { } state)
        {
            return;
        }

        _mayRunHeld = true;
        foreach (var message in state.Outbox)
        {
            // Also what was sent before: when a step was thrown away, so was the knowledge of what had arrived.
            _engine.Outboxes.Add(message.Id);
            Post(message);
        }

        Publish(state);
        if (!state.Status.HasEnded())
        {
            // What fell due while the instance was not in memory comes before what arrives now.
            TakeDue(state);
        }
    }

    private void Publish(InstanceState state)
    {
        if (!state.Status.HasEnded())
        {
            foreach (var activity in state.History.Open.Activities)
            {
                _engine.Activities.Begin(state, activity);
            }
        }

        foreach (var message in state.Outbox)
        {
            if (_engine.Outboxes.Add(message.Id))
            {
                Post(message);
            }
        }

        _engine.Timers.Set(_instanceId, state.NextDue);
        _engine.Watchers.Changed(state);
    }

    private void Post(OutboxMessage message) => _engine.Instances.Post(message.Target, new DeliveryMessage(_instanceId, message));

    private static void Send(InstanceState state, IEnumerable<HistoryEvent> done)
    {
        foreach (var outgoing in done)
        {
            switch (outgoing)
            {
                case ChildScheduled child:
                    var link = new ParentLink(state.InstanceId, state.Name, state.ExecutionId, child.Id);
                    Send(state, new StartChild(NewMessageId(), child.InstanceId, child.Name, child.Version, child.Input, link)
                    {
                        Tags = child.Tags,
                        TraceParent = state.Trace?.AsTraceParent(),
                    });
                    break;
                case EventSent sent when InstanceKey.IsLegal(sent.InstanceId):
                    Send(state, new SentEvent(NewMessageId(), sent.InstanceId, sent.Name, sent.Data));
                    break;
            }
        }
    }

    private static void Send(InstanceState state, OutboxMessage message) => state.Outbox.Add(message);

    /// <summary>Tells the sender that its message is stored here, or was dropped for good.</summary>
    private void Receipt(Message message)
    {
        if (message is DeliveryMessage { IsReceipt: true } delivery)
        {
            _engine.Instances.Post(delivery.Sender, new DeliveredMessage(delivery.Content.Id));
        }
    }

    private void TakeDelivered(string messageId)
    {
        if (_state is not { } state)
        {
            return;
        }

        Settle(state, message => message.Id == messageId);

        // An instance that has ended makes no further commit by itself, and would be read in every recovery.
        if (state.Status.HasEnded() && state.Outbox.Count == 0)
        {
            _isTidied = true;
            foreach (var waiting in _waitingForDelivery)
            {
                _engine.Instances.Post(_instanceId, waiting);
            }

            _waitingForDelivery.Clear();
        }
    }

    private void Settle(InstanceState state, Func<OutboxMessage, bool> isSettled)
    {
        foreach (var message in state.Outbox.Where(isSettled).ToList())
        {
            state.Outbox.Remove(message);
            _arrived.Add(message.Id);
        }
    }

    // Before a commit: ids that no stored outbox can name again need not be remembered.
    private void ForgetSettled(InstanceState state) => state.Seen.RemoveWhere(id => !_engine.Outboxes.MayComeAgain(id));

    // After a commit: the record no longer names the messages that have arrived.
    private void ForgetArrived()
    {
        foreach (var id in _arrived)
        {
            _engine.Outboxes.Remove(id);
        }

        _arrived.Clear();
    }

    private void AbandonBlobs(InstanceState state)
    {
        for (var number = 0; number < state.History.Chunks.Count; number++)
        {
            _staleBlobs.Add(BlobFolder.ChunkName(state.InstanceId, state.ExecutionId, number, state.History.Chunks[number]));
        }

        _staleBlobs.UnionWith(InstanceStore.PayloadBlobsOf(state));
    }

    // Within the step, not beside it: a later step may write a payload of the same content, which has the same name.
    private async Task DeleteStaleBlobsAsync(InstanceState state)
    {
        if (_staleBlobs.Count == 0)
        {
            return;
        }

        _staleBlobs.ExceptWith(InstanceStore.PayloadBlobsOf(state));
        foreach (var name in _staleBlobs)
        {
            await _engine.Store.Blobs.DeleteAsync(name);
        }

        _staleBlobs.Clear();
    }
}
