using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace Collaborations.Tests.Scale;

/// <summary>
/// What the Durable Task Scheduler would bill: each start of an orchestration, each start and each end of an activity, each timer that fired and
/// each event that was raised is one action ("What is an action?", Durable Task Scheduler billing).
/// </summary>
public sealed record SchedulerActions(int Orchestrations, int Activities, int Events, int Timers)
{
    public int Total => Orchestrations + (2 * Activities) + Events + Timers;

    /// <summary>What came after <paramref name="before"/>.</summary>
    public SchedulerActions Since(SchedulerActions before) => new(
        Orchestrations - before.Orchestrations, Activities - before.Activities, Events - before.Events, Timers - before.Timers);
}

/// <summary>Reads the histories that the local engine keeps in its table, one event a line.</summary>
public static class EngineHistories
{
    /// <returns>Null while an activity runs.</returns>
    public static async Task<SchedulerActions?> CountAsync(TableServiceClient store)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var (_, history) in ListAsync(store))
        {
            foreach (var line in history.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var parsed = JsonDocument.Parse(line);
                var kind = parsed.RootElement.GetProperty("e").GetString()!;
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }
        }

        int Count(string kind) => counts.GetValueOrDefault(kind);
        return Count("task") == Count("done") + Count("failed") ? new(Count("started"), Count("task"), Count("event"), Count("fired")) : null;
    }

    /// <returns>Whether every orchestration whose id begins so has heard what became of what it sent.</returns>
    public static async Task<bool> HaveReportsAsync(TableServiceClient store, string prefix)
    {
        await foreach (var (instance, history) in ListAsync(store))
        {
            if (instance.StartsWith(prefix, StringComparison.Ordinal) && !history.Contains("\"DeliveryReported\"", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static async IAsyncEnumerable<(string Instance, string History)> ListAsync(TableServiceClient store)
    {
        await foreach (var table in store.QueryAsync())
        {
            if (table.Name.EndsWith("Instances", StringComparison.Ordinal))
            {
                await foreach (var row in store.GetTableClient(table.Name).QueryAsync<TableEntity>())
                {
                    var tail = row.Where(column => column.Key.StartsWith("Tail", StringComparison.Ordinal))
                        .OrderBy(column => column.Key, StringComparer.Ordinal)
                        .Select(column => column.Value)
                        .OfType<byte[]>();
                    yield return (row.GetString("InstanceId")!, Encoding.UTF8.GetString([.. tail.SelectMany(part => part)]));
                }
            }
        }
    }
}
