using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Accounts.Proofs;

/// <summary>Table Proofs. Partition: the proof's id; one row, which goes when the proof is over.</summary>
public sealed class ProofStore(TableServiceClient service, TimeProvider clock)
{
    /// <summary>Ours: an hour is the longest that one is open, and a week that somebody has to mend an orchestration that has failed over it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private const string Row = "proof";

    private readonly RecordTable _table = new(service, "Proofs");

    public async Task<Versioned<PhoneProof>?> FindAsync(ProofId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<PhoneProof>(row) : null;

    public async Task<bool> AddAsync(ProofId id, PhoneProof proof, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, proof), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        ProofId id, Func<PhoneProof, Result<(PhoneProof Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<PhoneProof, TAnswer>(
            () => FindAsync(id, cancellation),
            // Forgotten by its orchestration: it is over, as every other that is.
            proof => proof is null ? new LinkNotOpen() : decide(proof),
            async (proof, before) => await _table.ReplaceAsync(RecordRow.Of(id.ToString(), Row, proof), before!.ETag, cancellation) is not null);

    public Task ForgetAsync(ProofId id, CancellationToken cancellation) => _table.DeleteAsync(id.ToString(), Row, ETag.All, cancellation);

    /// <summary>Takes out what no orchestration has forgotten: one that was stopped, or never began. Ids sort by the time they were made.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> ForgetAsync(CancellationToken cancellation) =>
        _table.ForgetAsync(string.Empty, IdGenerator.Before<ProofId>(clock.GetUtcNow() - Kept).ToString(), static _ => true, cancellation);
}
