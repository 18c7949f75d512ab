using Microsoft.DurableTask.Client;

namespace Local.Durable;

/// <summary>
/// Purges instances some time after they have ended, as the retention policies of the Durable Task Scheduler do: what is done needs no history,
/// and a store that only grows is full one day. Looks when the engine has started and then once a day.
/// </summary>
internal sealed class Retention(DurableTaskClient client, DurableOptions options, EngineLog log) : IDisposable
{
    // After the start, whose first minute belongs to what was unfinished.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Round = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private Task _round = Task.CompletedTask;

    /// <summary>Begins to look; by the machine's clock, because a look is no part of what instances wait for.</summary>
    public void Begin()
    {
        if (options.KeepEnded is not null)
        {
            _timer = options.StoreTime.CreateTimer(_ => Look(), null, First, Round);
        }
    }

    /// <summary>One look, to its end.</summary>
    /// <returns>How many were purged.</returns>
    public async Task<int> LookAsync()
    {
        if (options.KeepEnded is not { } kept)
        {
            return 0;
        }

        var before = options.Time.GetUtcNow() - kept;
        var purged = 0;
        string? last = null;
        do
        {
            var page = await client.ListInstanceIdsAsync(completedTimeTo: before, lastInstanceKey: last, cancellation: _stopping.Token);
            foreach (var id in page.Values)
            {
                purged += (await client.PurgeInstanceAsync(id, cancellation: _stopping.Token)).PurgedInstanceCount;
            }

            last = page.ContinuationToken;
        }
        while (last is not null);
        return purged;
    }

    /// <summary>Ends a look that is under way.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _round;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _stopping.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_round.IsCompleted && !_stopping.IsCancellationRequested)
            {
                _round = RoundAsync();
            }
        }
    }

    // A look that fails costs nothing: tomorrow's finds the same and more. A store that is gone is the engine's to notice.
    private async Task RoundAsync()
    {
        try
        {
            log.Purged(await LookAsync());
        }
        catch (Exception failure)
        {
            log.PurgeInterrupted(failure);
        }
    }
}
