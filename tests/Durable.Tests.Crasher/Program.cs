using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Durable.Tests.Crasher;
using Local.Durable;
using Microsoft.Extensions.Logging.Abstractions;

// Runs the workload in a process of its own, for a test that kills it. Arguments: the storage connection string, the task hub.
// Each write to the store prints a line, so that the test can choose its moment; the end of the workload prints how its instances ended.
var (connection, hub) = (args[0], args[1]);
using var probe = new StorageProbe { OnWrite = number => Console.WriteLine($"write {number}") };
var options = new DurableOptions { TaskHub = hub };
await using var engine = new DurableEngine(
    new TableServiceClient(connection, new TableClientOptions { Transport = probe }),
    new BlobServiceClient(connection, new BlobClientOptions { Transport = probe }),
    new Workload(TimeSpan.FromMilliseconds(20)).Register(new DurableRegistry()),
    options,
    NullLoggerFactory.Instance);

await engine.StartAsync(CancellationToken.None);
Console.WriteLine("started");
var ends = await new Driver(engine.Client).RunAsync(CancellationToken.None);
await engine.StopAsync(CancellationToken.None);
Console.WriteLine($"ends {JsonSerializer.Serialize(ends)}");
