using System.Runtime.CompilerServices;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>A query that comes in pages: how to ask for one, and how to read it.</summary>
/// <param name="Request">Makes the request for the page behind a continuation token, with the page size asked for, at most 1,000.</param>
internal sealed record PagedQuery<T>(
    TableConnection Connection,
    string Operation,
    int? MaxPerPage,
    Func<int?, string?, HttpMessage> Request,
    Func<Response, Page<T>> Read,
    CancellationToken CancellationToken)
    where T : notnull
{
    public Pageable<T> Pages => new SyncPages(this);

    public AsyncPageable<T> PagesAsync => new AsyncPages(this);

    private sealed class SyncPages(PagedQuery<T> query) : Pageable<T>(query.CancellationToken)
    {
        public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                var message = query.Request(pageSizeHint ?? query.MaxPerPage, continuationToken);
                var page = query.Read(query.Connection.Send(query.Operation, message, null, CancellationToken));
                yield return page;
                continuationToken = page.ContinuationToken;
            }
            while (continuationToken is not null);
        }
    }

    private sealed class AsyncPages(PagedQuery<T> query) : AsyncPageable<T>(query.CancellationToken)
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
            ReadAsync(continuationToken, pageSizeHint ?? query.MaxPerPage, CancellationToken.None);

        private async IAsyncEnumerable<Page<T>> ReadAsync(
            string? token, int? size, [EnumeratorCancellation] CancellationToken enumeration)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeration);
            do
            {
                var message = query.Request(size, token);
                var page = query.Read(await query.Connection.SendAsync(query.Operation, message, null, either.Token).ConfigureAwait(false));
                yield return page;
                token = page.ContinuationToken;
            }
            while (token is not null);
        }
    }
}
