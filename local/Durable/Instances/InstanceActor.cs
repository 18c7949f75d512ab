using Local.Durable.History;

namespace Local.Durable.Instances;

/// <summary>
/// Works for one instance: takes the messages that wait, together, and makes one step of them. Steps of one instance never overlap; those of
/// different instances run side by side.
/// </summary>
internal sealed class InstanceActor(string instanceId, Engine engine)
{
    private readonly Lock _gate = new();
    private List<Message> _mailbox = [];
    private InstanceStep? _step;
    private bool _isRunning;
    private volatile bool _isRetired;

    public string InstanceId => instanceId;

    public bool IsRetired => _isRetired;

    /// <returns>False when the actor has left memory; another has to be made.</returns>
    public bool TryPost(Message message)
    {
        lock (_gate)
        {
            if (_isRetired)
            {
                return false;
            }

            _mailbox.Add(message);
            if (_isRunning)
            {
                return true;
            }

            _isRunning = true;
        }

        engine.Busy.Begin();
        ThreadPool.UnsafeQueueUserWorkItem(static actor => _ = actor.RunAsync(), this, preferLocal: false);
        return true;
    }

    /// <summary>Leaves memory if nothing is going on. An instance that still has to store that its messages arrived is told to.</summary>
    public bool TryRetire()
    {
        lock (_gate)
        {
            if (_isRunning || _isRetired)
            {
                return false;
            }

            if (_step is not { MayLeave: false })
            {
                _isRetired = true;
                return true;
            }

            if (!_step.NeedsTidying)
            {
                return false;
            }
        }

        TryPost(new TidyMessage());
        return false;
    }

    private async Task RunAsync()
    {
        try
        {
            while (TakeMessages() is { } batch)
            {
                await StepAsync(batch);
            }
        }
        finally
        {
            engine.Instances.Used(this);
            engine.Busy.End();
        }
    }

    private List<Message>? TakeMessages()
    {
        lock (_gate)
        {
            if (_mailbox.Count == 0)
            {
                _isRunning = false;
                return null;
            }

            var batch = _mailbox;
            _mailbox = [];
            return batch;
        }
    }

    private async Task StepAsync(List<Message> batch)
    {
        try
        {
            await engine.StepSlots.WaitAsync(engine.Store.Calls.Cut);
            try
            {
                _step ??= batch[0] is StartMessage or DeliveryMessage { Content: StartChild }
                    ? InstanceStep.Presume(instanceId, engine)
                    : await InstanceStep.LoadAsync(instanceId, engine);
                await _step.RunAsync(batch);
            }
            finally
            {
                engine.StepSlots.Release();
            }
        }
        catch (Exception failure)
        {
            // What is in memory may be ahead of the store now; the next step reads anew, if the engine still goes on.
            var reason = engine.StepFailed(instanceId, failure);
            _step?.GiveUp(reason);
            _step = null;
            foreach (var message in batch)
            {
                message.Fail(reason);
                if (message is DeliveryMessage { Content: StartChild child } delivery && !engine.Store.Calls.Cut.IsCancellationRequested)
                {
                    // The store takes no record of it; the parent must not wait for ever.
                    InstanceStep.Refuse(engine, delivery, child, Failure.From(reason));
                }
            }
        }
    }
}
