using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Storage;

namespace Collaborations.Security;

/// <summary>From one network address.</summary>
public sealed record TooManyRequests(TimeSpan RetryAfter) : TooMany("too-many-requests", RetryAfter);

/// <summary>Counts tries in fixed windows of time, for all instances of the app together. Table Throttles; partition: a keyed digest; row: the window.</summary>
public sealed class Throttle(TableServiceClient service, KeyedDigests digests, TimeProvider clock)
{
    private readonly RecordTable _table = new(service, "Throttles");

    /// <param name="purpose">What is limited: a constant.</param>
    /// <param name="whom">Whose tries are counted together; digested.</param>
    /// <param name="limit">Tries in a window.</param>
    /// <param name="window">Its length.</param>
    /// <param name="cancellation">The client left.</param>
    /// <param name="tries">That this one counts for.</param>
    /// <returns>Null where there was room, and the try is counted; otherwise the time until there is room again.</returns>
    public async Task<TimeSpan?> TakeAsync(string purpose, string whom, int limit, TimeSpan window, CancellationToken cancellation, int tries = 1)
    {
        var now = clock.GetUtcNow();
        var number = now.Ticks / window.Ticks;
        var key = digests.Of(DigestPurpose.Throttle, $"{purpose}\n{whom}");
        var row = number.ToString("D19", CultureInfo.InvariantCulture);
        var taken = await Decision.MakeAsync<Count, bool>(
            async () => await _table.FindAsync(key, row, cancellation) is { } found ? RecordRow.Read<Count>(found) : null,
            count => (count?.Tries ?? 0) + tries <= limit ? (new Count((count?.Tries ?? 0) + tries), true) : (count!, false),
            async (count, before) => before is null
                ? await _table.InsertAsync(RecordRow.Of(key, row, count), cancellation) is not null
                : await _table.ReplaceAsync(RecordRow.Of(key, row, count), before.ETag, cancellation) is not null);
        return taken.Value ? null : new DateTimeOffset((number + 1) * window.Ticks, TimeSpan.Zero) - now;
    }

    private sealed record Count(int Tries);
}
