using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Attachments;

/// <summary>A file on the case's Attachments tab.</summary>
/// <param name="File">Which.</param>
/// <param name="By">The member who put it there or shared it.</param>
/// <param name="At">When.</param>
public sealed record Attachment(FileId File, MemberId By, DateTimeOffset At);

/// <summary>Table Attachments. Partition: the case; row: the file, so that a file is shared once, whoever shares it how often.</summary>
public sealed class AttachmentStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "Attachments");

    /// <returns>What is there: this, or who was first.</returns>
    public async Task<Attachment> AddAsync(CaseId id, Attachment attachment, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), attachment.File.ToString(), attachment), cancellation) is null
            ? await FindAsync(id, attachment.File, cancellation) ?? attachment
            : attachment;

    public Task RemoveAsync(CaseId id, FileId file, CancellationToken cancellation) =>
        _table.DeleteAsync(id.ToString(), file.ToString(), ETag.All, cancellation);

    public async Task<Attachment?> FindAsync(CaseId id, FileId file, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), file.ToString(), cancellation) is { } row ? RecordRow.Read<Attachment>(row).Record : null;

    public async Task<IReadOnlyList<Attachment>> ListAsync(CaseId id, CancellationToken cancellation)
    {
        var found = new List<Attachment>();
        await foreach (var row in _table.ListAsync(id.ToString(), null, null, cancellation))
        {
            found.Add(RecordRow.Read<Attachment>(row).Record);
        }

        return found;
    }

    /// <summary>All of a case.</summary>
    public Task DeleteAsync(CaseId id, CancellationToken cancellation) => _table.DeletePartitionAsync(id.ToString(), cancellation);

    public async Task<IReadOnlySet<FileId>> ListIdsAsync(CaseId id, CancellationToken cancellation) =>
        (await ListAsync(id, cancellation)).Select(attachment => attachment.File).ToHashSet();

    public async Task<int> CountAsync(CaseId id, CancellationToken cancellation) => (await ListAsync(id, cancellation)).Count;
}
