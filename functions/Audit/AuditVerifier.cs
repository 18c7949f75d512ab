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
}

/// <param name="Lines">Lines that hold, from the first.</param>
/// <param name="Fault">Null for a whole chain.</param>
/// <param name="BrokenAt">The sequence at which it breaks.</param>
public sealed record ChainVerdict(long Lines, AuditFault? Fault, long? BrokenAt);

/// <summary>
/// Walks a chain from its first line to its head. Not found is the replay of an older head together with the cut of all that came after it:
/// that needs heads kept outside the table.
/// </summary>
public sealed class AuditVerifier(AuditStore store, AuditChain chains)
{
    public async Task<ChainVerdict> VerifyAsync(string chain, CancellationToken cancellation)
    {
        // The head is read first: lines that are added meanwhile come after it.
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
            if (head is not null && last.Sequence == head.Sequence && last.Link != head.Link)
            {
                return new ChainVerdict(last.Sequence - 1, AuditFault.Changed, place);
            }
        }

        return (head, last.Sequence) switch
        {
            (null, 0) => new ChainVerdict(0, null, null),
            (null, _) => new ChainVerdict(last.Sequence, AuditFault.Cut, last.Sequence + 1),
            _ when chains.Head(head.Sequence, head.Link) != head => new ChainVerdict(last.Sequence, AuditFault.HeadChanged, head.Sequence),
            _ when last.Sequence < head.Sequence => new ChainVerdict(last.Sequence, AuditFault.Cut, last.Sequence + 1),
            _ => new ChainVerdict(last.Sequence, null, null),
        };
    }
}
