using System.Runtime.CompilerServices;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>A list the service hands out page by page, read synchronously.</summary>
/// <param name="session">Sends the requests.</param>
/// <param name="page">
/// The request for the page at a marker (null: the first), of at most so many items (null: the service's choice).
/// </param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class ServicePages<T>(
    BlobSession session, Func<string?, int?, StorageOperation<Page<T>>> page, CancellationToken cancellationToken) : Pageable<T>(
        cancellationToken)
    where T : notnull
{
    public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var marker = continuationToken;
        do
        {
            var current = session.Send(page(marker, pageSizeHint), CancellationToken).Value;
            yield return current;
            marker = current.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(marker));
    }
}

/// <inheritdoc cref="ServicePages{T}"/>
internal sealed class AsyncServicePages<T>(
    BlobSession session, Func<string?, int?, StorageOperation<Page<T>>> page, CancellationToken cancellationToken) : AsyncPageable<T>(
        cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Read(continuationToken, pageSizeHint, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Read(
        string? marker, int? pageSizeHint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var current = (await session.SendAsync(page(marker, pageSizeHint), cancellationToken).ConfigureAwait(false)).Value;
            yield return current;
            marker = current.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(marker));
    }
}
