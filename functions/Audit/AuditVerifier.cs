using Collaborations.Audit.Heads;

namespace Collaborations.Audit;

/// <summary>How a chain does not hold.</summary>
public enum AuditFault
{
    /// <summary>A line's link does not follow from the line before and its own words: it was edited, or put in, or two were swapped.</summary>
    Changed,

    /// <summary>A number is left out.</summary>
    Missing,

    /// <summary>The head names a line that is not the last, or there is none.</summary>
    Cut,

    /// <summary>The head was not written with the key.</summary>
    HeadChanged,

    /// <summary>The chain ends before one of its heads that was kept elsewhere: all that came after was taken away, the head too.</summary>
    Shortened,
}

/// <param name="Lines">Lines that hold, from the first.</param>
/// <param name="Fault">Null for a whole chain.</param>
/// <param name="BrokenAt">The sequence at which it breaks.</param>
public sealed record ChainVerdict(long Lines, AuditFault? Fault, long? BrokenAt);

/// <summary>
/// Walks a chain from its first line to its head, and holds it against the newest of its heads that was kept outside the table.
/// </summary>
public sealed class AuditVerifier(AuditStore store, AuditChain chains, AuditHeadVault heads)
{
    public async Task<ChainVerdict> VerifyAsync(string chain, CancellationToken cancellation)
    {
        // The heads are read first: lines that are added meanwhile come after them.
        var kept = await heads.FindNewestAsync(chain, cancellation);
        var head = (await store.FindHeadAsync(chain, cancellation))?.Record;
        var last = chains.Head(0, string.Empty);
        await foreach (var (place, line) in store.ListAsync(chain, cancellation))
        {
            if (line is null)
            {
                return new ChainVerdict(last.Sequence, AuditFault.Changed, last.Sequence + 1);
            }

            if (place != last.Sequence + 1)
            {
                return new ChainVerdict(last.Sequence, AuditFault.Missing, last.Sequence + 1);
            }

            if (chains.Link(last, line.Line) != line)
            {
                return new ChainVerdict(last.Sequence, AuditFault.Changed, place);
            }

            last = chains.Head(line.Sequence, line.Link);
            if ((last.Sequence == head?.Sequence && last.Link != head.Link) || (last.Sequence == kept?.Sequence && last.Link != kept.Link))
            {
                return new ChainVerdict(last.Sequence - 1, AuditFault.Changed, place);
            }
        }

        return (head, last.Sequence) switch
        {
            _ when kept is not null && chains.Head(kept.Sequence, kept.Link).Seal != kept.Seal => new ChainVerdict(last.Sequence, AuditFault.HeadChanged, kept.Sequence),
            (null, 0) when kept is null => new ChainVerdict(0, null, null),
            (null, 0) => new ChainVerdict(0, AuditFault.Shortened, 1),
            (null, _) => new ChainVerdict(last.Sequence, AuditFault.Cut, last.Sequence + 1),
            _ when chains.Head(head.Sequence, head.Link) != head => new ChainVerdict(last.Sequence, AuditFault.HeadChanged, head.Sequence),
            _ when last.Sequence < head.Sequence => new ChainVerdict(last.Sequence, AuditFault.Cut, last.Sequence + 1),
            _ when last.Sequence < kept?.Sequence => new ChainVerdict(last.Sequence, AuditFault.Shortened, last.Sequence + 1),
            _ => new ChainVerdict(last.Sequence, null, null),
        };
    }
}
