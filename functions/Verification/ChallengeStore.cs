using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Verification;

/// <summary>Table Challenges. Partition: the challenge's id; one row.</summary>
public sealed class ChallengeStore(TableServiceClient service)
{
    private const string Row = "challenge";

    private readonly RecordTable _table = new(service, "Challenges");

    public async Task<Versioned<Challenge>?> FindAsync(ChallengeId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<Challenge>(row) : null;

    public async Task<bool> AddAsync(ChallengeId id, Challenge challenge, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, challenge), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        ChallengeId id, Func<Challenge, Result<(Challenge Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Challenge, TAnswer>(
            () => FindAsync(id, cancellation),
            challenge => challenge is null ? new NotFound() : decide(challenge),
            async (challenge, before) => await _table.ReplaceAsync(RecordRow.Of(id.ToString(), Row, challenge), before!.ETag, cancellation) is not null);
}
