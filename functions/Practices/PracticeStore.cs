using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Practices;

/// <summary>Table Practices. Partition: the practice's id; one row.</summary>
public sealed class PracticeStore(TableServiceClient service)
{
    private const string Row = "practice";

    private readonly RecordTable _table = new(service, "Practices");

    public async Task<Versioned<Practice>?> FindAsync(PracticeId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<Practice>(row) : null;

    public async Task<bool> AddAsync(PracticeId id, Practice practice, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, practice), cancellation) is not null;

    /// <returns>False where it was changed meanwhile.</returns>
    public async Task<bool> ReplaceAsync(PracticeId id, Practice practice, Versioned<Practice> before, CancellationToken cancellation) =>
        await _table.ReplaceAsync(RecordRow.Of(id.ToString(), Row, practice), before.ETag, cancellation) is not null;
}

/// <summary>
/// Table Members. Partition: the practice's id; rows: <c>member-</c> with the member's, and <c>email-</c> with the keyed digest of the address,
/// which is written with the member: one address is one member of a practice.
/// </summary>
public sealed class MemberStore(TableServiceClient service, KeyedDigests digests)
{
    private const string Prefix = "member-";
    private const string AfterMembers = "member.";

    private readonly RecordTable _table = new(service, "Members");

    public async Task<Versioned<Member>?> FindAsync(PracticeId practice, MemberId id, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), Row(id), cancellation) is { } row ? RecordRow.Read<Member>(row) : null;

    /// <returns>False where somebody with this address is a member already.</returns>
    public async Task<bool> AddAsync(PracticeId practice, MemberId id, Member member, CancellationToken cancellation) =>
        await _table.BatchAsync(
            [
                new(TableTransactionActionType.Add, RecordRow.Of(practice.ToString(), Row(id), member)),
                new(TableTransactionActionType.Add, RecordRow.Of(practice.ToString(), EmailRow(member.Email), new Holder(id))),
            ],
            cancellation) is not null;

    /// <returns>The member with this address; null where there is none.</returns>
    public async Task<MemberId?> FindAsync(PracticeId practice, string email, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), EmailRow(email), cancellation) is { } row ? RecordRow.Read<Holder>(row).Record.Member : null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        PracticeId practice, MemberId id, Func<Member, Result<(Member Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Member, TAnswer>(
            () => FindAsync(practice, id, cancellation),
            member => member is null ? new NotFound() : decide(member),
            async (member, before) =>
                await _table.ReplaceAsync(RecordRow.Of(practice.ToString(), Row(id), member), before!.ETag, cancellation) is not null);

    /// <summary>
    /// What one member decides on another: both rows are written, the first unchanged, so that of two who take a right from each other one is
    /// too late.
    /// </summary>
    public async Task<Result<TAnswer>> ChangeByAsync<TAnswer>(
        PracticeId practice,
        MemberId by,
        MemberId id,
        Func<Member, Member, Result<(Member Changed, TAnswer Answer)>> decide,
        CancellationToken cancellation)
    {
        if (by == id)
        {
            return await ChangeAsync(practice, id, member => decide(member, member), cancellation);
        }

        Versioned<Member>? caller = null;
        return await Decision.MakeAsync<Member, TAnswer>(
            async () =>
            {
                caller = await FindAsync(practice, by, cancellation);
                return await FindAsync(practice, id, cancellation);
            },
            member => member is null || caller is null ? new NotFound() : decide(caller.Record, member),
            async (member, before) => await _table.BatchAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, RecordRow.Of(practice.ToString(), Row(by), caller!.Record), caller.ETag),
                    new(TableTransactionActionType.UpdateReplace, RecordRow.Of(practice.ToString(), Row(id), member), before!.ETag),
                ],
                cancellation) is not null);
    }

    /// <summary>All of them, in the order in which they were added: a practice has some dozens.</summary>
    public async IAsyncEnumerable<(MemberId Id, Member Member)> ListAsync(PracticeId practice, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.ListAsync(practice.ToString(), Prefix, AfterMembers, cancellation))
        {
            yield return (Identifier.Parse<MemberId>(row.RowKey[Prefix.Length..]), RecordRow.Read<Member>(row).Record);
        }
    }

    private static string Row(MemberId id) => Prefix + id;

    private string EmailRow(string email) => $"email-{digests.Of(DigestPurpose.Email, email)}";

    private sealed record Holder(MemberId Member);
}
