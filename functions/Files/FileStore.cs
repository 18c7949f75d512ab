using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Files;

/// <summary>Table Files. Partition: the file's id; one row.</summary>
public sealed class FileStore(TableServiceClient service)
{
    private const string Row = "file";

    private readonly RecordTable _table = new(service, "Files");

    public async Task<Versioned<FileRecord>?> FindAsync(FileId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<FileRecord>(row) : null;

    public async Task<bool> AddAsync(FileId id, FileRecord file, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, file), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        FileId id, Func<FileRecord, Result<(FileRecord Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<FileRecord, TAnswer>(
            () => FindAsync(id, cancellation),
            file => file is null ? new NotFound() : decide(file),
            async (file, before) => await _table.ReplaceAsync(RecordRow.Of(id.ToString(), Row, file), before!.ETag, cancellation) is not null);

    public Task<bool> DeleteAsync(FileId id, Versioned<FileRecord> before, CancellationToken cancellation) =>
        _table.DeleteAsync(id.ToString(), Row, before.ETag, cancellation);
}
