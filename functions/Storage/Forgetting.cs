using Azure.Data.Tables;

namespace Collaborations.Storage;

/// <summary>Takes rows out that nothing asks for any more, where a table's keys begin with a time.</summary>
public static class Forgetting
{
    /// <summary>So many rows are in memory at once; of each page those of one partition go in one request.</summary>
    private const int PageRows = 500;

    /// <param name="table">Of a store class, which knows its keys.</param>
    /// <param name="from">The first key of a partition, included.</param>
    /// <param name="to">The first key of a partition that stays.</param>
    /// <param name="isOver">Of a row between them, whether it goes.</param>
    /// <param name="cancellation">The process ends; what is left goes the next time.</param>
    /// <returns>How many rows were over.</returns>
    public static async Task<int> ForgetAsync(
        this RecordTable table, string from, string to, Func<TableEntity, bool> isOver, CancellationToken cancellation)
    {
        var (gone, cursor) = (0, (string?)null);
        do
        {
            var page = await table.PartitionsAsync(from, to, PageRows, cursor, cancellation);
            var over = page.Rows.Where(isOver).ToList();
            await table.DeleteSameAsync(over, cancellation);
            (gone, cursor) = (gone + over.Count, page.Cursor);
        }
        while (cursor is not null);
        return gone;
    }
}
