using Collaborations.Practices;

namespace Collaborations.Collaborating.Tracking;

/// <summary>Lists the collaborations that a member may see.</summary>
public sealed class CollaborationLister(
    CollaborationStore collaborations, CollaborationListStore lists, CollaborationAccess access, CollaborationReader reader, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>Ours: of a practice's ten thousand perhaps few are this member's. A request looks at so many, and the page goes on from there.</summary>
    private const int MostLookedAt = 200;

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
                query.ListOf(caller), entry => query.Matches(entry.Words), PageSize - found.Count, cursor, cancellation);
            cursor = page.Cursor;
            looked += page.Rows.Count;
            foreach (var entry in page.Rows)
            {
                await AddAsync(found, caller, query, entry, cancellation);
            }
        }
        while (cursor is not null && found.Count < PageSize && looked < MostLookedAt);
        return new CollaborationList(found, cursor);
    }

    private async Task<CollaborationList> FindAsync(MemberCaller caller, CollaborationQuery query, int number, CancellationToken cancellation)
    {
        var found = new List<CollaborationSummary>();
        if (await collaborations.FindByNumberAsync(caller.Practice, number, cancellation) is { } id
            && await collaborations.FindAsync(caller.Practice, id, cancellation) is { Record: var record })
        {
            await AddAsync(found, caller, query, new CollaborationEntry(id, record.StartedAt, string.Empty), cancellation);
        }

        return new CollaborationList(found, Cursor: null);
    }

    // The record says who may see it and where it stands, whatever a list still says.
    private async Task AddAsync(
        List<CollaborationSummary> found, MemberCaller caller, CollaborationQuery query, CollaborationEntry entry, CancellationToken cancellation)
    {
        if (await collaborations.FindAsync(caller.Practice, entry.Collaboration, cancellation) is { Record: var record }
            && query.Matches(caller, record, clock.GetUtcNow())
            && await access.MaySeeAsync(caller, record, cancellation)
            && await reader.SummariseAsync(caller, entry.Collaboration, record, entry.At, cancellation) is { } summary
            && (!query.Unread || summary.Unread > 0))
        {
            found.Add(summary);
        }
    }
}
