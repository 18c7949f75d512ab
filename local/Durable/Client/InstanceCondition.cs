using System.Globalization;
using Local.Durable.History;
using Local.Durable.Storage;

namespace Local.Durable.Client;

/// <summary>Which instances a query wants; null does not narrow, bounds are inclusive.</summary>
internal sealed record InstanceCondition(
    string? Prefix, IReadOnlySet<InstanceStatus>? Statuses, DateTimeOffset? CreatedFrom, DateTimeOffset? CreatedTo)
{
    // The first time a table knows; what stands in it is always later.
    private static readonly DateTimeOffset FirstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? UpdatedFrom { get; init; }

    public DateTimeOffset? UpdatedTo { get; init; }

    /// <summary>The table's filter for what comes after a position, within its partition.</summary>
    public string FilterFrom(InstancePosition position)
    {
        var terms = new List<string> { $"PartitionKey eq '{InstanceKey.Partition(position.Shard)}'" };
        if (!string.IsNullOrEmpty(Prefix))
        {
            var encoded = InstanceKey.Encode(Prefix);
            terms.Add($"RowKey ge '{encoded}' and RowKey lt '{InstanceKey.After(encoded)}'");
        }

        if (position.After.Length > 0)
        {
            terms.Add($"RowKey gt '{position.After}'");
        }

        if (Statuses is not null)
        {
            terms.Add($"({string.Join(" or ", Statuses.Select(status => $"{Columns.Status} eq '{status}'"))})");
        }

        AddBound(terms, Columns.Created, "ge", CreatedFrom);
        AddBound(terms, Columns.Created, "le", CreatedTo);
        AddBound(terms, Columns.Updated, "ge", UpdatedFrom);
        AddBound(terms, Columns.Updated, "le", UpdatedTo);
        return string.Join(" and ", terms);
    }

    private static void AddBound(List<string> terms, string column, string comparison, DateTimeOffset? bound)
    {
        if (bound is { } moment)
        {
            moment = moment < FirstTime ? FirstTime : moment;
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"{column} {comparison} datetime'{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}'"));
        }
    }
}

/// <summary>Where a page of a query ends: results come partition by partition, in each by key. Also the continuation token.</summary>
internal sealed record InstancePosition(int Shard, string After)
{
    public static InstancePosition Parse(string? continuation)
    {
        if (string.IsNullOrEmpty(continuation))
        {
            return new InstancePosition(0, string.Empty);
        }

        var parts = continuation.Split('.', 2);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var shard)
            && InstanceKey.IsEncoded(parts[1])
            ? new InstancePosition(shard, parts[1])
            : throw new ArgumentException("This is no continuation token of a query of instances.", nameof(continuation));
    }

    public InstancePosition NextShard() => new(Shard + 1, string.Empty);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Shard}.{After}");
}
