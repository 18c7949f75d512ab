using Local.Durable.Instances;
using Local.Durable.Storage;

namespace Local.Durable;

/// <summary>
/// After a start: sets the clock for every live instance, and loads those that have something to do which nobody else will ask for. Requests
/// are answered meanwhile; an instance that is asked for is taken up by that.
/// </summary>
internal static class Recovery
{
    private const int PageSize = 500;

    public static async Task RunAsync(Engine engine)
    {
        var (live, working) = (0, new List<Task>());
        for (var shard = 0; shard < InstanceKey.Shards; shard++)
        {
            var after = string.Empty;
            while (true)
            {
                // What this run has written is in its hands already.
                var filter = $"PartitionKey eq '{InstanceKey.Partition(shard)}' and RowKey gt '{after}' and {Columns.Live} eq true "
                    + $"and {Columns.Session} ne '{engine.Store.Session}'";
                var page = await engine.Store.QueryAsync(filter, Columns.Recovery, PageSize);
                foreach (var record in page)
                {
                    live++;
                    after = record.RowKey;
                    var instanceId = record.GetString(Columns.InstanceId)!;
                    if (record.GetDateTimeOffset(Columns.NextDue) is { } due)
                    {
                        engine.Timers.SetIfUnknown(instanceId, due);
                    }

                    if (record.GetBoolean(Columns.Work) == true)
                    {
                        var wake = new WakeMessage();
                        engine.Instances.Post(instanceId, wake);
                        working.Add(wake.Done);
                    }
                }

                if (page.Count < PageSize)
                {
                    break;
                }
            }
        }

        // Every outbox of before the start is known once those that have one are loaded.
        await Task.WhenAll(working);
        engine.Outboxes.SetComplete();
        engine.Log.Recovered(live, working.Count);
    }
}
