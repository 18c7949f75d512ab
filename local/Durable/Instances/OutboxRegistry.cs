using System.Collections.Concurrent;

namespace Local.Durable.Instances;

/// <summary>
/// The ids of all messages that stand in some stored outbox, or are about to. While an id is here its message may come again; when it is
/// not, and recovery has read every outbox, receivers may forget that they have seen it.
/// </summary>
internal sealed class OutboxRegistry
{
    private readonly ConcurrentDictionary<string, byte> _ids = new(StringComparer.Ordinal);
    private volatile bool _isComplete;

    /// <summary>Whether the outboxes of before the start are all in here.</summary>
    public bool IsComplete => _isComplete;

    /// <returns>False when the message is on its way already.</returns>
    public bool Add(string messageId) => _ids.TryAdd(messageId, 0);

    public void Remove(string messageId) => _ids.TryRemove(messageId, out _);

    public bool MayComeAgain(string messageId) => !_isComplete || _ids.ContainsKey(messageId);

    public void SetComplete() => _isComplete = true;
}
