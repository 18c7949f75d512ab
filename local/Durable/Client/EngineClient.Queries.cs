using Local.Durable.History;
using Local.Durable.Instances;
using Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Client;

internal sealed partial class EngineClient
{
    private const int PurgesAtATime = 16;

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var state = await engine.Store.LoadHeaderAsync(instanceId, getInputsAndOutputs).WaitAsync(cancellation);
        return state is null ? null : ToMetadata(state, getInputsAndOutputs);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        EnsureRunning();
        var query = filter ?? new OrchestrationQuery();
        var isOtherHub = query.TaskHubNames is { } hubs && hubs.Any() && !hubs.Contains(Name, StringComparer.OrdinalIgnoreCase);
        var condition = new InstanceCondition(query.InstanceIdPrefix, Statuses(query.Statuses), query.CreatedFrom, query.CreatedTo);
        return Pageable.Create(async (continuation, pageSize, cancellation) =>
        {
            if (isOtherHub)
            {
                return new Page<OrchestrationMetadata>([]);
            }

            var (found, next) = await FindAsync(condition, continuation ?? query.ContinuationToken, pageSize ?? query.PageSize, cancellation);
            if (query.FetchInputsAndOutputs)
            {
                found = await WithPayloadsAsync(found).WaitAsync(cancellation);
            }

            return new Page<OrchestrationMetadata>([.. found.Select(state => ToMetadata(state, query.FetchInputsAndOutputs))], next);
        });
    }

    public override async Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        EnsureRunning();
        var condition = new InstanceCondition(null, EndedStatuses(runtimeStatus), null, null)
        {
            UpdatedFrom = completedTimeFrom,
            UpdatedTo = completedTimeTo,
        };
        var (found, next) = await FindAsync(condition, lastInstanceKey, pageSize, cancellation);
        return new Page<string>([.. found.Select(state => state.InstanceId)], next);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new PurgeResult(await PurgeAsync(instanceId, options?.Recursive ?? false, cancellation), true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        EnsureRunning();
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(filter), filter.Timeout, "The time for a purge must be above zero.");
        }

        var begun = engine.Options.Time.GetUtcNow();
        var condition = new InstanceCondition(null, EndedStatuses(filter.Statuses), filter.CreatedFrom, filter.CreatedTo);
        var purged = 0;
        string? continuation = null;
        do
        {
            (var found, continuation) = await FindAsync(condition, continuation, OrchestrationQuery.DefaultPageSize, cancellation);
            foreach (var some in found.Chunk(PurgesAtATime))
            {
                if (filter.Timeout is { } limit && engine.Options.Time.GetUtcNow() - begun >= limit)
                {
                    return new PurgeResult(purged, false);
                }

                purged += (await Task.WhenAll(some.Select(state => PurgeAsync(state.InstanceId, options?.Recursive ?? false, cancellation)))).Sum();
            }
        }
        while (continuation is not null);
        return new PurgeResult(purged, true);
    }

    private static HashSet<InstanceStatus>? Statuses(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        var named = statuses?.ToList();
        return named is null or [] ? null : named.Select(InstanceStatuses.FromRuntimeStatus).OfType<InstanceStatus>().ToHashSet();
    }

    private static HashSet<InstanceStatus> EndedStatuses(IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        ((IEnumerable<InstanceStatus>?)Statuses(statuses) ?? AllStatuses).Where(status => status.HasEnded()).ToHashSet();

    private OrchestrationMetadata ToMetadata(InstanceState state, bool withPayloads) => new(state.Name, state.InstanceId)
    {
        DataConverter = withPayloads ? Converter : null,
        RuntimeStatus = state.Status.ToRuntimeStatus(),
        CreatedAt = state.CreatedAt,
        LastUpdatedAt = state.UpdatedAt,
        SerializedInput = withPayloads ? state.Input?.Text : null,
        SerializedOutput = withPayloads ? state.Output?.Text : null,
        SerializedCustomStatus = withPayloads ? state.CustomStatus?.Text : null,
        Tags = state.Tags,
        FailureDetails = state.Failure?.ToDetails(),
    };

    private async Task<(IReadOnlyList<InstanceState> Found, string? Next)> FindAsync(
        InstanceCondition condition, string? continuation, int pageSize, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        var position = InstancePosition.Parse(continuation);
        var found = new List<InstanceState>();
        if (condition.Statuses is { Count: 0 })
        {
            return (found, null);
        }

        while (position.Shard < InstanceKey.Shards)
        {
            var most = Math.Min(pageSize - found.Count, 1_000);
            var page = await engine.Store.QueryAsync(condition.FilterFrom(position), Columns.Header, most).WaitAsync(cancellation);
            found.AddRange(page.Take(most).Select(RecordMapper.ToState));
            position = page.Count < most ? position.NextShard() : position with { After = page[most - 1].RowKey };
            if (found.Count >= pageSize)
            {
                break;
            }
        }

        return (found, position.Shard < InstanceKey.Shards ? position.ToString() : null);
    }

    // An instance that was purged since the page was read is no longer there to be listed.
    private async Task<IReadOnlyList<InstanceState>> WithPayloadsAsync(IReadOnlyList<InstanceState> found)
    {
        var read = await Task.WhenAll(found.Select(async state => await engine.Store.TryReadHeaderPayloadsAsync(state)
            ? state
            : await engine.Store.LoadHeaderAsync(state.InstanceId, withPayloads: true)));
        return [.. read.OfType<InstanceState>()];
    }

    private async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        var outcome = await AskAsync(instanceId, new PurgeMessage(), cancellation);
        var purged = outcome.WasPurged ? 1 : 0;
        if (recursive)
        {
            foreach (var child in outcome.Children)
            {
                purged += await PurgeAsync(child, recursive, cancellation);
            }
        }

        return purged;
    }
}
