using System.Buffers;

namespace Local.Durable.History;

/// <summary>
/// The history of one execution: parsed once and kept, and its stored form, which is sealed chunks and an open tail. Storing a step costs
/// what the step added and the tail, whatever the length of the history.
/// </summary>
internal sealed class InstanceHistory
{
    /// <summary>Bytes beyond which the tail is sealed; a table property holds 64 KiB.</summary>
    public const int TailBound = 48 * 1024;

    private readonly List<HistoryEvent> _events = [];
    private readonly List<HistoryEvent> _unstored = [];
    private readonly List<string> _chunks = [];
    private readonly ArrayBufferWriter<byte> _tail = new();
    private int _held;

    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Events that are not yet in the stored form.</summary>
    public IReadOnlyList<HistoryEvent> Unstored => _unstored;

    /// <summary>The hashes of the sealed chunks, in order.</summary>
    public IReadOnlyList<string> Chunks => _chunks;

    public ReadOnlyMemory<byte> Tail => _tail.WrittenMemory;

    public OpenWork Open { get; } = new();

    /// <summary>Whether the orchestrator has been given its first event, in a turn or held for one.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether events wait for the next turn.</summary>
    public bool HasHeld => _held > 0;

    /// <summary>Turns never go back in time, whatever the clock does.</summary>
    public DateTime LastTurn { get; private set; } = DateTime.MinValue;

    public bool HasTurns => LastTurn != DateTime.MinValue;

    public static InstanceHistory Load(IEnumerable<string> chunks, IEnumerable<ReadOnlyMemory<byte>> sealedLines, ReadOnlyMemory<byte> tail)
    {
        var history = new InstanceHistory();
        foreach (var historyEvent in sealedLines.Append(tail).SelectMany(HistorySerializer.Read))
        {
            history.Follow(historyEvent);
        }

        history._chunks.AddRange(chunks);
        history._tail.Write(tail.Span);
        return history;
    }

    public void Append(HistoryEvent historyEvent)
    {
        Follow(historyEvent);
        _unstored.Add(historyEvent);
    }

    /// <summary>Moves what was appended into the stored form. Its payloads must have been written.</summary>
    /// <returns>The lines to be sealed as the next chunk; null while the tail is within its bound.</returns>
    public byte[]? Store()
    {
        foreach (var historyEvent in _unstored)
        {
            HistorySerializer.Append(_tail, historyEvent);
        }

        _unstored.Clear();
        return _tail.WrittenCount > TailBound ? _tail.WrittenSpan.ToArray() : null;
    }

    /// <summary>The tail was written as a chunk.</summary>
    public void Seal(string hash)
    {
        _chunks.Add(hash);
        _tail.ResetWrittenCount();
    }

    private void Follow(HistoryEvent historyEvent)
    {
        _events.Add(historyEvent);
        Open.Apply(historyEvent);
        switch (historyEvent)
        {
            case TurnStarted turn:
                LastTurn = turn.At;
                _held = 0;
                break;
            case IncomingEvent incoming:
                _held += incoming.Held ? 1 : 0;
                IsStarted |= incoming is ExecutionStarted;
                break;
        }
    }
}
