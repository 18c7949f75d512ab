using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Practices.Retention;
using Collaborations.Storage;

namespace Collaborations.Cases;

/// <summary>Table Cases. Partition: practice and case; one row.</summary>
public sealed class CaseStore(TableServiceClient service)
{
    private const string Row = "case";

    private readonly RecordTable _table = new(service, "Cases");

    /// <returns>The case; null also where it is being deleted.</returns>
    public async Task<Versioned<Case>?> FindAsync(PracticeId practice, CaseId id, CancellationToken cancellation) =>
        await FindAnyAsync(practice, id, cancellation) is { Record.DeletedAt: null } found ? found : null;

    public async Task<bool> AddAsync(PracticeId practice, CaseId id, Case @case, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(Key(practice, id), Row, @case), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        PracticeId practice, CaseId id, Func<Case, Result<(Case Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Case, TAnswer>(
            () => FindAsync(practice, id, cancellation),
            found => found is null ? new NotFound() : decide(found),
            async (changed, before) => await _table.ReplaceAsync(RecordRow.Of(Key(practice, id), Row, changed), before!.ETag, cancellation) is not null);

    /// <summary>From this decision on the case is nobody's, until it is deleted.</summary>
    /// <param name="practice">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="isOver">By its record; one that was ended before is not asked again.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">The process ends.</param>
    /// <returns>What is to be deleted.</returns>
    public Task<Result<Case>> EndAsync(
        PracticeId practice, CaseId id, Predicate<Case> isOver, DateTimeOffset now, CancellationToken cancellation) =>
        Decision.MakeAsync<Case, Case>(
            () => FindAnyAsync(practice, id, cancellation),
            found => found switch
            {
                null => new NotFound(),
                { DeletedAt: not null } => (found, found),
                _ when isOver(found) => (found with { DeletedAt = now }, found),
                _ => new StillKept(),
            },
            async (ended, before) => await _table.ReplaceAsync(RecordRow.Of(Key(practice, id), Row, ended), before!.ETag, cancellation) is not null);

    public Task DeleteAsync(PracticeId practice, CaseId id, CancellationToken cancellation) =>
        _table.DeleteAsync(Key(practice, id), Row, ETag.All, cancellation);

    private async Task<Versioned<Case>?> FindAnyAsync(PracticeId practice, CaseId id, CancellationToken cancellation) =>
        await _table.FindAsync(Key(practice, id), Row, cancellation) is { } row ? RecordRow.Read<Case>(row) : null;

    private static string Key(PracticeId practice, CaseId id) => $"{practice}-{id}";
}

/// <summary>A case in somebody's list.</summary>
/// <param name="Case">Which.</param>
/// <param name="Unread">Whether something waits for the list's owner.</param>
/// <param name="At">When something last happened that its owner may see.</param>
/// <param name="Status">For the filter.</param>
/// <param name="Patient">For the filter.</param>
/// <param name="Words">For the search: title, patient's name and code.</param>
public sealed record CaseEntry(CaseId Case, bool Unread, DateTimeOffset At, CaseStatus Status, PatientId Patient, string Words);

/// <summary>Table CaseLists. Partition: the practice and the member whose list it is; unread first, then newest.</summary>
public sealed class CaseListStore(TableServiceClient service)
{
    private readonly MovingList<CaseEntry> _list = new(
        new RecordTable(service, "CaseLists"),
        entry => $"{(entry.Unread ? 0 : 1)}-{ListOrder.NewestFirst(entry.At)}");

    /// <summary>The list of all cases, for case managers.</summary>
    public static string All(PracticeId practice) => $"{practice}-all";

    public static string Of(PracticeId practice, MemberId member) => $"{practice}-{member}";

    public Task ChangeAsync(string list, CaseId id, Func<CaseEntry?, CaseEntry?> change, CancellationToken cancellation) =>
        _list.ChangeAsync(list, id.ToString(), change, cancellation);

    public Task RemoveAsync(string list, CaseId id, CancellationToken cancellation) => _list.RemoveAsync(list, id.ToString(), cancellation);

    public IAsyncEnumerable<CaseEntry> ListAsync(string list, Func<CaseEntry, bool> matches, CancellationToken cancellation) =>
        _list.ListAsync(list, matches, cancellation);

    public Task<RecordPage<CaseEntry>> SearchAsync(
        string list, Func<CaseEntry, bool> matches, int size, string? cursor, CancellationToken cancellation) =>
        _list.SearchAsync(list, matches, size, cursor, cancellation);
}
