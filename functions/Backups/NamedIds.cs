using System.Text.Json;
using Azure.Data.Tables;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Backups;

/// <summary>Remembers, while a backup walks the tables, what their rows name that later tables are looked up by.</summary>
internal sealed class NamedIds(KeyedDigests digests)
{
    private const string Email = "email";

    private static readonly IdSource[] Sources = [.. BackupPlan.Tables.SelectMany(table => table.From).Distinct()];

    private readonly Dictionary<IdSource, SortedSet<string>> _found = Sources.ToDictionary(source => source, _ => new SortedSet<string>(StringComparer.Ordinal));

    /// <summary>The partitions of a table that is found by ids.</summary>
    public IEnumerable<string> For(PlannedTable table) => table.From.SelectMany(source => _found[source]).Distinct(StringComparer.Ordinal);

    /// <summary>Takes in what a row names.</summary>
    public void Take(string table, TableEntity row)
    {
        foreach (var source in Sources.Where(each => each.Table == table))
        {
            _found[source].UnionWith(source.Member switch
            {
                null => [row.PartitionKey[(row.PartitionKey.LastIndexOf('-') + 1)..]],
                BackupPlan.RowKey => [row.RowKey],
                BackupPlan.EmailDigest => ValuesOf(row, Email).Select(email => digests.Of(DigestPurpose.Email, email)),
                var member => ValuesOf(row, member),
            });
        }
    }

    /// <summary>The texts that the row's record has under this name, however deep.</summary>
    public static IEnumerable<string> ValuesOf(TableEntity row, string member) => Values(RecordRow.Read<JsonElement>(row).Record, member, isNamed: false);

    private static IEnumerable<string> Values(JsonElement element, string member, bool isNamed) => element.ValueKind switch
    {
        JsonValueKind.String when isNamed => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, member, isNamed)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Values(property.Value, member, property.Name == member)),
        _ => [],
    };
}
