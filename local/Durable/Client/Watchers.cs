using Local.Durable.History;
using Local.Durable.Instances;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Client;

/// <summary>Those who wait for an instance to start or to end. They are told by the commit that brings it about.</summary>
internal sealed class Watchers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Watcher>> _watchers = new(StringComparer.Ordinal);

    /// <summary>Begins to watch; dispose to stop.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="isReached">What is waited for.</param>
    /// <param name="describe">Makes what the waiter is given of the instance as it then is.</param>
    public Watcher Watch(string instanceId, Func<InstanceStatus, bool> isReached, Func<InstanceState, OrchestrationMetadata> describe)
    {
        var watcher = new Watcher(this, instanceId, isReached, describe);
        lock (_gate)
        {
            if (!_watchers.TryGetValue(instanceId, out var others))
            {
                _watchers[instanceId] = others = [];
            }

            others.Add(watcher);
        }

        return watcher;
    }

    public void Changed(InstanceState state)
    {
        List<Watcher>? watchers;
        lock (_gate)
        {
            watchers = _watchers.TryGetValue(state.InstanceId, out var all) ? [.. all] : null;
        }

        watchers?.ForEach(watcher => watcher.Look(state));
    }

    private void Remove(Watcher watcher)
    {
        lock (_gate)
        {
            if (_watchers.TryGetValue(watcher.InstanceId, out var others) && others.Remove(watcher) && others.Count == 0)
            {
                _watchers.Remove(watcher.InstanceId);
            }
        }
    }

    internal sealed class Watcher(
        Watchers all, string instanceId, Func<InstanceStatus, bool> isReached, Func<InstanceState, OrchestrationMetadata> describe) : IDisposable
    {
        private readonly TaskCompletionSource<OrchestrationMetadata> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string InstanceId => instanceId;

        public Task<OrchestrationMetadata> Reached => _reached.Task;

        public void Look(InstanceState state)
        {
            if (isReached(state.Status))
            {
                _reached.TrySetResult(describe(state));
            }
        }

        public void Dispose() => all.Remove(this);
    }
}
