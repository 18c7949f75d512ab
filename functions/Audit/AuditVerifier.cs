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

    /// <summary>
    /// A head that was kept elsewhere is of a line that is not there, or is not the one that was: the end was taken away with its head, and
    /// perhaps written anew. So it is too after a backup was brought back that is older than the chain was.
    /// </summary>
    Shortened,
}

/// <param name="Lines">Lines that hold for certain, from the first.</param>
/// <param name="Fault">Null for a whole chain; the first that was found.</param>
/// <param name="BrokenAt">The sequence at which it breaks; where lines were written anew, the first that a kept head knows otherwise.</param>
/// <param name="StrayHeads">Kept heads that do not fit. The chain is told to be shortened for good, and a number that has grown since is another cut.</param>
public sealed record ChainVerdict(long Lines, AuditFault? Fault, long? BrokenAt, long StrayHeads = 0);

/// <summary>
/// Walks a chain from its first line to its head, and holds it against every one of its heads that was kept outside the table.
/// </summary>
public sealed class AuditVerifier(AuditStore store, AuditChain chains, AuditHeadVault heads)
{
    public async Task<ChainVerdict> VerifyAsync(string chain, CancellationToken cancellation)
    {
        // The heads are read first: lines that are added meanwhile come after them.
        var (kept, forged) = await KeptAsync(chain, cancellation);
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
            if (last.Sequence == head?.Sequence && last.Link != head.Link)
            {
                return new ChainVerdict(last.Sequence - 1, AuditFault.Changed, place);
            }

            kept.Pass(last);
        }

        kept.End(last.Sequence);
        return head switch
        {
            null when last.Sequence > 0 => new ChainVerdict(last.Sequence, AuditFault.Cut, last.Sequence + 1, kept.Strays),
            not null when chains.Head(head.Sequence, head.Link) != head => new ChainVerdict(last.Sequence, AuditFault.HeadChanged, head.Sequence, kept.Strays),
            not null when last.Sequence < head.Sequence => new ChainVerdict(last.Sequence, AuditFault.Cut, last.Sequence + 1, kept.Strays),
            _ when kept.FirstStray is not null => new ChainVerdict(kept.LastFitting, AuditFault.Shortened, kept.FirstStray, kept.Strays),
            _ when forged is not null => new ChainVerdict(last.Sequence, AuditFault.HeadChanged, forged.Sequence),
            _ => new ChainVerdict(last.Sequence, null, null),
        };
    }

    // What has no seal of the key's is not the app's, and proves nothing of any line; that it is there at all is a fault.
    private async Task<(KeptHeads Kept, ChainHead? Forged)> KeptAsync(string chain, CancellationToken cancellation)
    {
        var kept = new List<ChainHead>();
        ChainHead? forged = null;
        await foreach (var head in heads.ListAsync(chain, cancellation))
        {
            if (chains.Head(head.Sequence, head.Link) == head)
            {
                kept.Add(head);
            }
            else
            {
                forged ??= head;
            }
        }

        return (new KeptHeads(kept), forged);
    }
}
