using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Documents;

/// <summary>
/// Table Documents. Partition: practice and patient, or the practice alone; row: the file. A document that an import brought has a row only once
/// a member has changed something about it.
/// </summary>
public sealed class DocumentStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "Documents");

    public async Task<Versioned<Document>?> FindAsync(LibraryPlace place, FileId id, CancellationToken cancellation) =>
        await _table.FindAsync(place.ToString(), id.ToString(), cancellation) is { } row ? RecordRow.Read<Document>(row) : null;

    /// <returns>False where it is there already.</returns>
    public async Task<bool> AddAsync(LibraryPlace place, FileId id, Document document, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(place.ToString(), id.ToString(), document), cancellation) is not null;

    /// <param name="place">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="read">What is on record elsewhere of a document that has no row yet; null for nothing.</param>
    /// <param name="decide">Pure: may be asked again.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        LibraryPlace place,
        FileId id,
        Func<Task<Document?>> read,
        Func<Document, Result<(Document Changed, TAnswer Answer)>> decide,
        CancellationToken cancellation) =>
        Decision.MakeAsync<Document, TAnswer>(
            async () => await FindAsync(place, id, cancellation) ?? (await read() is { } found ? new Versioned<Document>(found, default) : null),
            document => document is null ? new NotFound() : decide(document),
            async (document, before) => before!.ETag == default
                ? await AddAsync(place, id, document, cancellation)
                : await _table.ReplaceAsync(RecordRow.Of(place.ToString(), id.ToString(), document), before.ETag, cancellation) is not null);

    /// <summary>The whole file has arrived: from now on the members see the document.</summary>
    public Task<Result<Done>> ArriveAsync(LibraryPlace place, FileId id, CancellationToken cancellation) =>
        ChangeAsync<Done>(
            place,
            id,
            () => Task.FromResult<Document?>(null),
            document => (document.Arrived ? document : document with { Arrived = true }, Done.Instance),
            cancellation);

    public Task DeleteAsync(LibraryPlace place, FileId id, CancellationToken cancellation) =>
        _table.DeleteAsync(place.ToString(), id.ToString(), ETag.All, cancellation);

    /// <summary>All of a library's rows: a patient has some dozens of documents.</summary>
    public async Task<IReadOnlyDictionary<FileId, Document>> ListAsync(LibraryPlace place, CancellationToken cancellation)
    {
        var found = new Dictionary<FileId, Document>();
        await foreach (var row in _table.ListAsync(place.ToString(), null, null, cancellation))
        {
            found[Identifier.Parse<FileId>(row.RowKey)] = RecordRow.Read<Document>(row).Record;
        }

        return found;
    }
}
