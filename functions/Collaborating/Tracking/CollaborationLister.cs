using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Collaborating.Tracking;

/// <summary>Lists the collaborations that a member may see.</summary>
public sealed class CollaborationLister(
    CollaborationStore collaborations, CollaborationListStore lists, CollaborationAccess access, CollaborationReader reader, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>Entries read at once where few of those before were to be shown.</summary>
    private const int WidePage = 100;

    /// <summary>Ours: where few match what is asked for, a request looks at so many, and the page goes on from there.</summary>
    private const int MostLookedAt = 200;

    /// <summary>Ours: before it answers with nothing, and with where to go on.</summary>
    private const int MostLookedAtForNothing = 1_000;

    public async Task<Result<CollaborationList>> ListAsync(MemberCaller caller, CollaborationQuery query, CancellationToken cancellation)
    {
        if (query.Number is { } number
            && await FindAsync(caller, query, number, cancellation) is var named
            && (query.IsNumberOnly || named.Collaborations.Count > 0))
        {
            return named;
        }

        var found = new List<CollaborationSummary>();
        var (looked, cursor) = (0, string.IsNullOrEmpty(query.Cursor) ? null : query.Cursor);
        do
        {
            var page = await lists.SearchAsync(
                query.ListOf(caller), entry => query.Matches(entry.Words), looked == 0 ? PageSize : WidePage, cursor, cancellation);
            var summaries = await SummariseAsync(caller, query, page.Rows, cancellation);
            for (var place = 0; place < page.Rows.Count; place++)
            {
                if (summaries[place] is not { } summary)
                {
                    continue;
                }

                found.Add(summary);
                if (found.Count == PageSize)
                {
                    var isLast = place == page.Rows.Count - 1;
                    return new CollaborationList(found, isLast ? page.Cursor : CollaborationListStore.CursorAfter(page.Rows[place]));
                }
            }

            (looked, cursor) = (looked + page.Rows.Count, page.Cursor);
        }
        while (cursor is not null && looked < (found.Count > 0 ? MostLookedAt : MostLookedAtForNothing));
        return new CollaborationList(found, cursor);
    }

    private async Task<CollaborationList> FindAsync(MemberCaller caller, CollaborationQuery query, int number, CancellationToken cancellation) =>
        await collaborations.FindByNumberAsync(caller.Practice, number, cancellation) is { } id
        && await collaborations.FindAsync(caller.Practice, id, cancellation) is { Record: var record }
        && await SummariseAsync(caller, query, new CollaborationEntry(id, record.StartedAt, string.Empty), cancellation) is { } summary
            ? new CollaborationList([summary], Cursor: null)
            : new CollaborationList([], Cursor: null);

    // Some at once, each at its place; null for what is not to be shown.
    private async Task<CollaborationSummary?[]> SummariseAsync(
        MemberCaller caller, CollaborationQuery query, IReadOnlyList<CollaborationEntry> entries, CancellationToken cancellation)
    {
        var summaries = new CollaborationSummary?[entries.Count];
        await RowBatches.ForEachAsync(
            Enumerable.Range(0, entries.Count),
            async (place, stop) => summaries[place] = await SummariseAsync(caller, query, entries[place], stop),
            cancellation);
        return summaries;
    }

    // The record says who may see it and where it stands, whatever a list still says.
    private async Task<CollaborationSummary?> SummariseAsync(
        MemberCaller caller, CollaborationQuery query, CollaborationEntry entry, CancellationToken cancellation) =>
        await collaborations.FindAsync(caller.Practice, entry.Collaboration, cancellation) is { Record: var record }
        && query.Matches(caller, record, clock.GetUtcNow())
        && await access.MaySeeAsync(caller, record, cancellation)
        && await reader.SummariseAsync(caller, entry.Collaboration, record, entry.At, cancellation) is { } summary
        && (!query.Unread || summary.Unread > 0)
            ? summary
            : null;
}
