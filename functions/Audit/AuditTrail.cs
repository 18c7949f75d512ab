using System.Diagnostics.CodeAnalysis;
using Collaborations.Audit.Heads;

namespace Collaborations.Audit;

/// <summary>Writes lines. A line that cannot be written is an exception, and the caller gives no answer that needed one.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The semaphores never allocate a wait handle, and live as long as the process.")]
public sealed class AuditTrail(AuditStore store, AuditChain chains, AuditHeadKeeper keeper)
{
    /// <summary>Each loser of a race tries again; other processes are few, this one's own lines wait at the gates below.</summary>
    private const int MostTries = 100;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <exception cref="Azure.RequestFailedException">The store does not take the line.</exception>
    public async Task AppendAsync(string chain, AuditLine line, CancellationToken cancellation)
    {
        var gate = _gates[(uint)string.GetHashCode(chain, StringComparison.Ordinal) % _gates.Length];
        await gate.WaitAsync(cancellation);
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var before = await store.FindHeadAsync(chain, cancellation);
                var linked = chains.Link(before?.Record ?? chains.Head(0, string.Empty), line);
                var head = chains.Head(linked.Sequence, linked.Link);
                if (await store.AddAsync(chain, linked, head, before, cancellation))
                {
                    keeper.Note(chain, head);
                    return;
                }
            }
        }
        finally
        {
            gate.Release();
        }

        throw new InvalidOperationException($"The audit chain moved {MostTries} times while one line was added.");
    }
}
