using Azure.Data.Tables;
using Collaborations.Storage;

namespace Collaborations.Samples;

/// <summary>Table Samples: one row, which says that the samples are there.</summary>
public sealed class SampleStore(TableServiceClient service)
{
    private const string Partition = "samples";
    private const string Row = "made";

    private readonly RecordTable _table = new(service, "Samples");

    public async Task<bool> AreThereAsync(CancellationToken cancellation) => await _table.FindAsync(Partition, Row, cancellation) is not null;

    public async Task NoteAsync(CancellationToken cancellation) => await _table.InsertAsync(RecordRow.Of(Partition, Row, new Made()), cancellation);

    private sealed record Made;
}
