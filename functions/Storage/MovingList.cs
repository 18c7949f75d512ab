using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Collaborations.Storage;

/// <summary>
/// Lists in which an entry moves when something happens to it: in one partition a row for each entry under its place in the order, and a row
/// that knows the place. Both change in one batch, so that an entry is in a list once.
/// </summary>
/// <param name="table">The store's own.</param>
/// <param name="order">The entry's place: characters in the order of the list; ids and times only.</param>
/// <typeparam name="T">The entry.</typeparam>
public sealed class MovingList<T>(RecordTable table, Func<T, string> order)
    where T : class
{
    private const string EntryPrefix = "entry-";
    private const string AfterEntries = "entry.";
    private const string PlacePrefix = "place-";

    /// <summary>The most rows that the store gives at once.</summary>
    private const int WidePage = 1_000;

    /// <summary>Entries in memory at once where all are gone through.</summary>
    private const int WholePage = 100;

    /// <param name="partition">Whose list.</param>
    /// <param name="id">The entry's.</param>
    /// <param name="change">Pure: from the entry, or null where there is none, to what it becomes; the same instance, or null, changes nothing.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task ChangeAsync(string partition, string id, Func<T?, T?> change, CancellationToken cancellation) =>
        await Decision.MakeAsync<Placed, Done>(
            () => FindAsync(partition, id, cancellation),
            placed => change(placed?.Entry) is { } changed && !ReferenceEquals(changed, placed?.Entry)
                ? (new Placed($"{EntryPrefix}{order(changed)}-{id}", changed), Done.Instance)
                : (placed!, Done.Instance),
            (placed, before) => WriteAsync(partition, id, placed, before, cancellation));

    /// <summary>Takes an entry out; one that is not there is out already.</summary>
    public async Task RemoveAsync(string partition, string id, CancellationToken cancellation)
    {
        var removed = false;
        while (!removed && await FindAsync(partition, id, cancellation) is { } placed)
        {
            removed = await table.BatchAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(partition, PlacePrefix + id), placed.ETag),
                    new(TableTransactionActionType.Delete, new TableEntity(partition, placed.Record.Row), ETag.All),
                ],
                cancellation) is not null;
        }
    }

    public async Task<RecordPage<T>> PageAsync(string partition, int size, string? cursor, CancellationToken cancellation)
    {
        var page = await table.PageAsync(partition, EntryPrefix, AfterEntries, size, cursor, cancellation);
        return new RecordPage<T>([.. page.Rows.Select(row => RecordRow.Read<T>(row).Record)], page.Cursor);
    }

    /// <summary>
    /// Entries that match, in the order of the list, after the last of the page before. First as many rows are read as are asked for, which is all
    /// where most match; then as many at once as the store gives.
    /// </summary>
    /// <param name="partition">Whose list.</param>
    /// <param name="matches">Which.</param>
    /// <param name="size">Entries.</param>
    /// <param name="cursor">Of the page before; null for the first. One that was made up leads somewhere into the same list.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<RecordPage<T>> SearchAsync(string partition, Func<T, bool> matches, int size, string? cursor, CancellationToken cancellation)
    {
        var from = cursor is null ? EntryPrefix : $"{EntryPrefix}{cursor}.";
        var found = new List<(string Place, T Entry)>();
        var (rows, continuation) = (size + 1, (string?)null);
        do
        {
            var page = await table.PageAsync(partition, from, AfterEntries, rows, continuation, cancellation);
            foreach (var row in page.Rows)
            {
                if (RecordRow.Read<T>(row).Record is var entry && matches(entry))
                {
                    found.Add((row.RowKey[EntryPrefix.Length..], entry));
                    if (found.Count > size)
                    {
                        return new RecordPage<T>([.. found.Take(size).Select(each => each.Entry)], found[size - 1].Place);
                    }
                }
            }

            (rows, continuation) = (WidePage, page.Cursor);
        }
        while (continuation is not null);
        return new RecordPage<T>([.. found.Select(each => each.Entry)], null);
    }

    /// <summary>All entries that match, page by page. An entry that is taken out meanwhile ends nothing.</summary>
    public async IAsyncEnumerable<T> ListAsync(string partition, Func<T, bool> matches, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? cursor = null;
        do
        {
            var page = await SearchAsync(partition, matches, WholePage, cursor, cancellation);
            foreach (var entry in page.Rows)
            {
                yield return entry;
            }

            cursor = page.Cursor;
        }
        while (cursor is not null);
    }

    public async Task<T?> FindEntryAsync(string partition, string id, CancellationToken cancellation) =>
        (await FindAsync(partition, id, cancellation))?.Record.Entry;

    private async Task<Versioned<Placed>?> FindAsync(string partition, string id, CancellationToken cancellation) =>
        await table.FindAsync(partition, PlacePrefix + id, cancellation) is { } row ? RecordRow.Read<Placed>(row) : null;

    private async Task<bool> WriteAsync(string partition, string id, Placed placed, Versioned<Placed>? before, CancellationToken cancellation)
    {
        var entry = RecordRow.Of(partition, placed.Row, placed.Entry);
        var place = RecordRow.Of(partition, PlacePrefix + id, placed);
        var actions = new List<TableTransactionAction>
        {
            before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, place)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, place, before.ETag),
            new(TableTransactionActionType.UpsertReplace, entry),
        };
        if (before is not null && before.Record.Row != placed.Row)
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, before.Record.Row), ETag.All));
        }

        return await table.BatchAsync(actions, cancellation) is not null;
    }

    private sealed record Placed(string Row, T Entry);
}

/// <summary>Places in the order of a list.</summary>
public static class ListOrder
{
    /// <summary>Later instants have smaller places.</summary>
    public static string NewestFirst(DateTimeOffset at) => (DateTimeOffset.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
