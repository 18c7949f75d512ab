namespace Local.Durable.Instances;

/// <summary>The actors in memory, by instance id; beyond a bound those unused for the longest time leave.</summary>
internal sealed class InstanceDirectory(Engine engine, int most)
{
    // How many of the oldest are looked at when one has to go: some may be in the middle of something.
    private const int Candidates = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<InstanceActor>> _actors = new(StringComparer.Ordinal);
    private readonly LinkedList<InstanceActor> _byUse = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _actors.Count;
            }
        }
    }

    public void Post(string instanceId, Message message)
    {
        while (!ActorOf(instanceId).TryPost(message))
        {
            // It left memory in between; the next look makes a new one.
        }
    }

    /// <summary>The actor has done its work for now.</summary>
    public void Used(InstanceActor actor)
    {
        List<InstanceActor> candidates;
        lock (_gate)
        {
            if (_actors.TryGetValue(actor.InstanceId, out var node) && node.Value == actor)
            {
                _byUse.Remove(node);
                _byUse.AddLast(node);
            }

            if (_actors.Count <= most)
            {
                return;
            }

            candidates = [.. _byUse.Take(Candidates)];
        }

        foreach (var candidate in candidates)
        {
            if (candidate.TryRetire())
            {
                Remove(candidate);
            }
        }
    }

    private InstanceActor ActorOf(string instanceId)
    {
        lock (_gate)
        {
            if (!_actors.TryGetValue(instanceId, out var node) || node.Value.IsRetired)
            {
                node = _byUse.AddLast(new InstanceActor(instanceId, engine));
                _actors[instanceId] = node;
            }

            return node.Value;
        }
    }

    private void Remove(InstanceActor retired)
    {
        lock (_gate)
        {
            // Its place may already be another's, made by a post that met it while it left.
            if (_actors.TryGetValue(retired.InstanceId, out var node) && node.Value == retired)
            {
                _actors.Remove(retired.InstanceId);
                _byUse.Remove(node);
            }
            else
            {
                _byUse.Remove(retired);
            }
        }
    }
}
