using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Archives;

/// <summary>Table Archives. Partition: the account that asked; row: the kind and the subject.</summary>
public sealed class ArchiveStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "Archives");

    public async Task<Versioned<Archive>?> FindAsync(ArchivePlace place, CancellationToken cancellation) =>
        await _table.FindAsync(place.By.ToString(), RowOf(place), cancellation) is { } row ? RecordRow.Read<Archive>(row) : null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        ArchivePlace place, Func<Archive?, Result<(Archive Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Archive, TAnswer>(
            () => FindAsync(place, cancellation),
            decide,
            async (archive, before) => before is null
                ? await _table.InsertAsync(RecordRow.Of(place.By.ToString(), RowOf(place), archive), cancellation) is not null
                : await _table.ReplaceAsync(RecordRow.Of(place.By.ToString(), RowOf(place), archive), before.ETag, cancellation) is not null);

    /// <summary>Leaves a newer one in the same place alone.</summary>
    public async Task ForgetAsync(ArchivePlace place, ArchiveId id, CancellationToken cancellation)
    {
        while (await FindAsync(place, cancellation) is { } found && found.Record.Id == id)
        {
            if (await _table.DeleteAsync(place.By.ToString(), RowOf(place), found.ETag, cancellation))
            {
                return;
            }
        }
    }

    private static string RowOf(ArchivePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Kind}-{place.Subject:N}");
}
