using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Collaborating;

/// <summary>A collaboration in a list of the practice's.</summary>
/// <param name="Collaboration">Which.</param>
/// <param name="At">When something last happened.</param>
/// <param name="Words">For the search: patient's name and code, collaborators' names, in upper case.</param>
public sealed record CollaborationEntry(CollaborationId Collaboration, DateTimeOffset At, string Words);

/// <summary>
/// Table CollaborationLists. Partition: the practice, and the member, patient or case whose list it is, or all; newest first. A member has two: what they
/// started, and that with what is in their cases. A list may have more than its owner may see by now; the record says who may.
/// </summary>
public sealed class CollaborationListStore(TableServiceClient service)
{
    private readonly MovingList<CollaborationEntry> _list = new(new RecordTable(service, "CollaborationLists"), entry => ListOrder.NewestFirst(entry.At));

    public static string All(PracticeId practice) => $"{practice}-all";

    public static string Of(PracticeId practice, MemberId starter) => $"{practice}-member-{starter}";

    /// <summary>What a member started, and what belongs to cases that they are in.</summary>
    public static string SeenBy(PracticeId practice, MemberId member) => $"{practice}-seen-{member}";

    public static string Of(PracticeId practice, PatientId patient) => $"{practice}-patient-{patient}";

    public static string Of(PracticeId practice, CaseId @case) => $"{practice}-case-{@case}";

    /// <summary>An entry never moves back: what is put in late, or anew, keeps the place of what has happened since.</summary>
    public Task PutAsync(string list, CollaborationEntry entry, CancellationToken cancellation) =>
        _list.ChangeAsync(
            list,
            entry.Collaboration.ToString(),
            before => (before?.At > entry.At ? entry with { At = before.At } : entry) is var after && after == before ? before : after,
            cancellation);

    /// <summary>Where a page goes on after this entry.</summary>
    public static string CursorAfter(CollaborationEntry entry) => $"{ListOrder.NewestFirst(entry.At)}-{entry.Collaboration}";

    public Task RemoveAsync(string list, CollaborationId id, CancellationToken cancellation) => _list.RemoveAsync(list, id.ToString(), cancellation);

    public IAsyncEnumerable<CollaborationEntry> ListAsync(string list, Func<CollaborationEntry, bool> matches, CancellationToken cancellation) =>
        _list.ListAsync(list, matches, cancellation);

    public Task<RecordPage<CollaborationEntry>> SearchAsync(
        string list, Func<CollaborationEntry, bool> matches, int size, string? cursor, CancellationToken cancellation) =>
        _list.SearchAsync(list, matches, size, cursor, cancellation);
}

/// <summary>A collaboration in a collaborator's list, and where it is found.</summary>
/// <param name="Practice">That shares it.</param>
/// <param name="Collaboration">Which.</param>
/// <param name="At">When something last happened.</param>
/// <param name="IsOld">Whether the list's owner was found to have seen all of it since then. Where not, the record says.</param>
public sealed record SharedEntry(PracticeId Practice, CollaborationId Collaboration, DateTimeOffset At, bool IsOld = false);

/// <summary>
/// Table SharedLists. Partition: the keyed digest of an address, so that the list is there before its owner has registered; newest first.
/// </summary>
public sealed class SharedListStore(TableServiceClient service)
{
    private readonly MovingList<SharedEntry> _list = new(new RecordTable(service, "SharedLists"), entry => ListOrder.NewestFirst(entry.At));

    /// <summary>An entry never moves back.</summary>
    public Task PutAsync(string digest, SharedEntry entry, CancellationToken cancellation) =>
        _list.ChangeAsync(digest, entry.Collaboration.ToString(), before => before == entry || before?.At > entry.At ? before : entry, cancellation);

    /// <summary>Its owner has seen all of it, as it was read; unless something has happened since.</summary>
    public Task SetOldAsync(string digest, SharedEntry read, CancellationToken cancellation) =>
        _list.ChangeAsync(digest, read.Collaboration.ToString(), now => now == read ? read with { IsOld = true } : now, cancellation);

    public Task RemoveAsync(string digest, CollaborationId id, CancellationToken cancellation) => _list.RemoveAsync(digest, id.ToString(), cancellation);

    public Task<SharedEntry?> FindAsync(string digest, CollaborationId id, CancellationToken cancellation) =>
        _list.FindEntryAsync(digest, id.ToString(), cancellation);

    public Task<RecordPage<SharedEntry>> PageAsync(string digest, int size, string? cursor, CancellationToken cancellation) =>
        _list.PageAsync(digest, size, cursor, cancellation);
}
