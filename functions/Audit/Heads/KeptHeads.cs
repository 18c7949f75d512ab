namespace Collaborations.Audit.Heads;

/// <summary>The heads of a chain that were kept elsewhere, each held against the line of its number while the lines are walked.</summary>
/// <param name="kept">All of them, each with a seal that was made with the key.</param>
internal sealed class KeptHeads(IEnumerable<ChainHead> kept)
{
    private readonly Queue<ChainHead> _ahead = new(kept.OrderBy(head => head.Sequence));

    private long _fitting;

    /// <summary>How many are of a line that is not there, or is not the one that was.</summary>
    public long Strays { get; private set; }

    /// <summary>The number of the first of those; null where all fit.</summary>
    public long? FirstStray { get; private set; }

    /// <summary>The last line before that one which a kept head says is the one that was.</summary>
    public long LastFitting { get; private set; }

    /// <summary>The walk has come to a line.</summary>
    public void Pass(ChainHead line)
    {
        // Of two heads of one number one may fit: the other is stray all the same, and the line is not one that holds for certain.
        var before = _fitting;
        while (_ahead.TryPeek(out var head) && head.Sequence <= line.Sequence)
        {
            _ahead.Dequeue();
            if (head == line)
            {
                _fitting = line.Sequence;
            }
            else
            {
                Stray(head.Sequence, before);
            }
        }
    }

    /// <summary>The walk is over: what is still ahead is of lines that are gone.</summary>
    /// <param name="last">The number of the last line.</param>
    public void End(long last)
    {
        while (_ahead.TryDequeue(out _))
        {
            Stray(last + 1, last);
        }
    }

    private void Stray(long sequence, long fitting)
    {
        Strays++;
        if (FirstStray is null)
        {
            (FirstStray, LastFitting) = (sequence, fitting);
        }
    }
}
