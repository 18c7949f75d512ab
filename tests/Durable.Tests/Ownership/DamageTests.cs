using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Durable.Tests.Harness;
using Local.Durable;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Ownership;

/// <summary>What was damaged in the store harms the instance it belongs to and no other.</summary>
public sealed class DamageTests
{
    private static readonly string Large = new('x', 200_000);

    [Fact]
    public async Task BlobThatIsGone_HarmsItsInstanceOnly()
    {
        await using var host = Listener();
        var harmed = await host.ScheduleAsync("Listen", Large, "harmed");
        var sound = await host.ScheduleAsync("Listen", "small", "sound");
        await host.UntilStatusAsync(harmed, OrchestrationRuntimeStatus.Running);
        await host.StopAsync();
        var azurite = await SharedAzurite.GetAsync();
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(DurableEngine.ContainerName(host.TaskHub));
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "harmed/", CancellationToken.None))
        {
            await container.DeleteBlobAsync(blob.Name);
        }

        await host.StartAsync();
        await Record.ExceptionAsync(() => host.Client.RaiseEventAsync(harmed, "Word", "unheard"));
        await host.Client.RaiseEventAsync(sound, "Word", "heard");

        Assert.Equal("heard", await host.OutputOfAsync<string>(sound));
        Assert.False(host.Engine.Faulted.IsCompleted);
    }

    [Fact]
    public async Task HistoryThatWasCut_HarmsItsInstanceOnly()
    {
        await using var host = Listener();
        var harmed = await host.ScheduleAsync("Listen", "small", "harmed");
        var sound = await host.ScheduleAsync("Listen", "small", "sound");
        await host.UntilStatusAsync(harmed, OrchestrationRuntimeStatus.Running);
        await host.StopAsync();
        var azurite = await SharedAzurite.GetAsync();
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(DurableEngine.TableName(host.TaskHub));
        await foreach (var record in table.QueryAsync<TableEntity>("RowKey eq 'harmed'"))
        {
            var tail = record.GetBinary("Tail0")!;
            record["Tail0"] = tail[..^5];
            await table.UpdateEntityAsync(record, ETag.All, TableUpdateMode.Replace);
        }

        await host.StartAsync();
        var refused = await Record.ExceptionAsync(() => host.Client.RaiseEventAsync(harmed, "Word", "unheard"));
        await host.Client.RaiseEventAsync(sound, "Word", "heard");

        Assert.NotNull(refused);
        Assert.Equal("heard", await host.OutputOfAsync<string>(sound));
        Assert.False(host.Engine.Faulted.IsCompleted);
    }

    private static EngineHost Listener()
    {
        var host = new EngineHost();
        host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
        return host;
    }
}
