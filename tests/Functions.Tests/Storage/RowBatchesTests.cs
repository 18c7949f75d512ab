using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Collaborations.Fhir.Import;
using Collaborations.Identifiers;
using Collaborations.Storage;
using Collaborations.Tests.Scale;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Storage;

/// <summary>Many rows in few requests, and not in all of them at once.</summary>
public sealed class RowBatchesTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Partition = "one";

    [Fact]
    public async Task Where_a_page_ends_with_the_last_row_wanted_No_other_is_asked_for()
    {
        // A page takes a thousand: the last row wanted is the last of it, and one more lies before the end of what is asked for.
        var counter = new TransactionCounter();
        var table = new RecordTable(ServiceWith(counter), "Pages");
        var keys = Enumerable.Range(0, 1_000).Select(each => $"row{each:D4}").ToList();
        await table.PutAllAsync(keys.Append("row0999!").Select(key => new TableEntity(Partition, key)), default);
        counter.Clear();
        var found = await table.FindAllAsync(Partition, keys, default);
        Assert.Equal(keys, found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1, 1), (counter["lists read"], counter.Total));
    }

    [Fact]
    public async Task Lines_of_a_report_Go_out_some_requests_at_once()
    {
        var gauge = new Gauge();
        var lines = new ImportLineStore(ServiceWith(gauge));
        var id = ImportId.From(Guid.CreateVersion7());
        var many = Enumerable.Range(1, 3_000).Select(entry => (0, new ImportLine(entry, "Condition", Taken: false, "reason", Element: null, Place: null))).ToList();
        await lines.PutAsync(id, many, default);
        Assert.InRange(gauge.Most, 1, RowBatches.AtOnce);
        Assert.Equal(100, (await lines.PageAsync(id, 100, null, default)).Rows.Count);
    }

    [Fact]
    public async Task Where_a_row_goes_while_its_partition_is_deleted_The_others_go_too()
    {
        var rows = new RecordTable(app.Services.GetRequiredService<TableServiceClient>(), "Deleted");
        await rows.PutAllAsync(Enumerable.Range(0, 5).Select(each => new TableEntity(Partition, $"row{each}")), default);
        var table = new RecordTable(
            Interruption.In(app, "Deleted", Moment.Before, () => rows.DeleteAsync(Partition, "row3", Azure.ETag.All, default)), "Deleted");
        await table.DeletePartitionAsync(Partition, default);
        Assert.Empty((await rows.PageAsync(Partition, null, null, 10, null, default)).Rows);
    }

    private TableServiceClient ServiceWith(HttpPipelinePolicy policy)
    {
        var options = new TableClientOptions();
        options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return new TableServiceClient(app.Services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
    }

    /// <summary>How many requests were on their way at once, at most.</summary>
    private sealed class Gauge : HttpPipelinePolicy
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Most { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            lock (_lock)
            {
                Most = Math.Max(Most, ++_now);
            }

            await ProcessNextAsync(message, pipeline);
            lock (_lock)
            {
                _now--;
            }
        }
    }
}
