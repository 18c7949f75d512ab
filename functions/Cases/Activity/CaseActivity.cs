using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Cases.Activity;

/// <summary>What happens to a case that all its members may know.</summary>
public enum ActivityKind
{
    CaseCreated,
    CaseClosed,
    CaseReopened,
    MemberAdded,
    MemberRemoved,
    FileShared,
    FileAdded,
    CollaborationStarted,
    CollaborationAnswered,
    CollaborationClosed,
    CollaborationReopened,
}

/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="By">By which member.</param>
/// <param name="About">The member it happened to.</param>
/// <param name="Reason">In the member's words.</param>
public sealed record CaseActivity(DateTimeOffset At, ActivityKind Kind, MemberId? By, MemberId? About, string? Reason)
{
    /// <summary>Of which collaboration, where it is about one.</summary>
    public CollaborationId? Collaboration { get; init; }

    /// <summary>Which of its collaborators did it, where it was none of the members.</summary>
    public ContactId? ByContact { get; init; }
}

/// <summary>Table CaseActivity. Partition: the case; rows newest first.</summary>
public sealed class CaseActivityStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "CaseActivity");

    /// <summary>Notes it once: whoever comes after one that was cut off notes the same again.</summary>
    /// <param name="id">Where.</param>
    /// <param name="activity">With the time on the record that says so.</param>
    /// <param name="subject">The id of what it happened to, which tells it from others of its kind at the same time.</param>
    /// <param name="cancellation">The client left.</param>
    public Task AddAsync(CaseId id, CaseActivity activity, string subject, CancellationToken cancellation) =>
        _table.InsertAsync(RecordRow.Of(id.ToString(), $"{ListOrder.NewestFirst(activity.At)}-{activity.Kind}-{subject}", activity), cancellation);

    public Task DeleteAsync(CaseId id, CancellationToken cancellation) => _table.DeletePartitionAsync(id.ToString(), cancellation);

    public async Task<RecordPage<CaseActivity>> PageAsync(CaseId id, int size, string? cursor, CancellationToken cancellation)
    {
        var page = await _table.PageAsync(id.ToString(), null, null, size, cursor, cancellation);
        return new RecordPage<CaseActivity>([.. page.Rows.Select(row => RecordRow.Read<CaseActivity>(row).Record)], page.Cursor);
    }
}
