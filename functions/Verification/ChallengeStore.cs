using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Verification;

/// <summary>Table Challenges. Partition: the challenge's id; one row.</summary>
public sealed class ChallengeStore(TableServiceClient service, TimeProvider clock)
{
    /// <summary>Ours: the longest that a step goes back to a challenge, which is an invitation's life, and five days for work that was held up.</summary>
    public static readonly TimeSpan Kept = Invitations.Invitation.Lifetime + TimeSpan.FromDays(5);

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

    /// <summary>Takes out those whose newest code was sent so long ago that nothing asks for them: ids sort by the time they were made.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var end = clock.GetUtcNow() - Kept;
        return _table.ForgetAsync(
            string.Empty, IdGenerator.Before<ChallengeId>(end).ToString(), row => RecordRow.Read<Challenge>(row).Record.SentAt < end, cancellation);
    }
}
