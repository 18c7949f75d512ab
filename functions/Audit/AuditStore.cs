using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using Collaborations.Storage;

namespace Collaborations.Audit;

/// <summary>Table Audit. Partition: the chain; rows: <c>head</c>, and <c>line-</c> with the sequence in twelve digits.</summary>
public sealed class AuditStore(TableServiceClient service)
{
    private const string HeadRow = "head";
    private const string LinePrefix = "line-";

    /// <summary>The character after the hyphen: where the lines of a chain end.</summary>
    private const string AfterLines = "line.";

    private readonly RecordTable _table = new(service, "Audit");

    public async Task<Versioned<ChainHead>?> FindHeadAsync(string chain, CancellationToken cancellation) =>
        await _table.FindAsync(chain, HeadRow, cancellation) is { } row ? RecordRow.Read<ChainHead>(row) : null;

    /// <summary>Adds the line and moves the head, both or neither.</summary>
    /// <returns>False where another line came first.</returns>
    public async Task<bool> AddAsync(string chain, ChainedLine line, ChainHead head, Versioned<ChainHead>? before, CancellationToken cancellation)
    {
        var headRow = RecordRow.Of(chain, HeadRow, head);
        TableTransactionAction[] batch =
        [
            new(TableTransactionActionType.Add, RecordRow.Of(chain, Key(line.Sequence), line)),
            before is null
                ? new(TableTransactionActionType.Add, headRow)
                : new(TableTransactionActionType.UpdateReplace, headRow, before.ETag),
        ];
        return await _table.BatchAsync(batch, cancellation) is not null;
    }

    /// <summary>
    /// The rows that are lines, each with the sequence its key says, in the order of their keys; no line where somebody made a row that is none.
    /// </summary>
    public async IAsyncEnumerable<(long Place, ChainedLine? Line)> ListAsync(string chain, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.ListAsync(chain, LinePrefix, AfterLines, cancellation))
        {
            var isPlace = long.TryParse(row.RowKey.AsSpan(LinePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place);
            yield return (place, isPlace ? Read(row) : null);
        }
    }

    private static ChainedLine? Read(TableEntity row)
    {
        try
        {
            return RecordRow.Read<ChainedLine>(row).Record;
        }
        catch (Exception made) when (made is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Key(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{LinePrefix}{sequence:D12}");
}
