using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Fhir.Import;

/// <summary>Table FhirImports. Partition: practice and import; one row.</summary>
public sealed class FhirImportStore(TableServiceClient service)
{
    private const string Row = "import";

    private readonly RecordTable _table = new(service, "FhirImports");

    public async Task<Versioned<FhirImport>?> FindAsync(PracticeId practice, ImportId id, CancellationToken cancellation) =>
        await _table.FindAsync(Key(practice, id), Row, cancellation) is { } row ? RecordRow.Read<FhirImport>(row) : null;

    public async Task<bool> AddAsync(PracticeId practice, ImportId id, FhirImport import, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(Key(practice, id), Row, import), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        PracticeId practice, ImportId id, Func<FhirImport, Result<(FhirImport Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<FhirImport, TAnswer>(
            () => FindAsync(practice, id, cancellation),
            import => import is null ? new NotFound() : decide(import),
            async (import, before) => await _table.ReplaceAsync(RecordRow.Of(Key(practice, id), Row, import), before!.ETag, cancellation) is not null);

    private static string Key(PracticeId practice, ImportId id) => $"{practice}-{id}";
}

/// <summary>
/// Table FhirImportLines. Partition: the import; row: the entry, and the line's place among the entry's, so that an import that is tried again
/// writes the same lines over the same.
/// </summary>
public sealed class ImportLineStore(TableServiceClient service)
{
    /// <summary>What is said of the whole comes before the first entry; where the JSON breaks, after the last.</summary>
    private const int Whole = 0;

    private readonly RecordTable _table = new(service, "FhirImportLines");

    /// <param name="id">Of which import.</param>
    /// <param name="lines">Each with its place among those of its entry.</param>
    /// <param name="cancellation">The work was given up.</param>
    public Task PutAsync(ImportId id, IReadOnlyList<(int Place, ImportLine Line)> lines, CancellationToken cancellation) =>
        RowBatches.ForEachAsync(lines.Chunk(RowBatches.MostRows), (chunk, stop) => PutChunkAsync(id, chunk, stop), cancellation);

    public async Task<RecordPage<ImportLine>> PageAsync(ImportId id, int size, string? cursor, CancellationToken cancellation)
    {
        var page = await _table.PageAsync(id.ToString(), null, null, size, cursor, cancellation);
        return new RecordPage<ImportLine>([.. page.Rows.Select(row => RecordRow.Read<ImportLine>(row).Record)], page.Cursor);
    }

    private async Task PutChunkAsync(ImportId id, (int Place, ImportLine Line)[] chunk, CancellationToken cancellation)
    {
        var actions = chunk.Select(each =>
            new TableTransactionAction(TableTransactionActionType.UpsertReplace, RecordRow.Of(id.ToString(), Key(each.Place, each.Line), each.Line)));
        if (await _table.BatchAsync(actions, cancellation) is null)
        {
            throw new InvalidOperationException("Lines that are written over whatever is there were refused.");
        }
    }

    private static string Key(int place, ImportLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Entry ?? (line.Place is null ? Whole : int.MaxValue):D10}-{place:D3}");
}
