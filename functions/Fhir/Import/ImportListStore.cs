using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Fhir.Import;

/// <summary>Table FhirImportLists. Partition: the practice; row: the time that is left, and the import, so that the newest comes first.</summary>
public sealed class ImportListStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "FhirImportLists");

    public async Task AddAsync(PracticeId practice, ImportId id, DateTimeOffset at, CancellationToken cancellation) =>
        await _table.InsertAsync(
            RecordRow.Of(
                practice.ToString(),
                string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}-{id}"),
                new Listed(id)),
            cancellation);

    public async Task<RecordPage<ImportId>> PageAsync(PracticeId practice, int size, string? cursor, CancellationToken cancellation)
    {
        var page = await _table.PageAsync(practice.ToString(), null, null, size, cursor, cancellation);
        return new RecordPage<ImportId>([.. page.Rows.Select(row => RecordRow.Read<Listed>(row).Record.Import)], page.Cursor);
    }

    private sealed record Listed(ImportId Import);
}
