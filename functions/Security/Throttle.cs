using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Storage;

namespace Collaborations.Security;

/// <summary>From one network address.</summary>
public sealed record TooManyRequests(TimeSpan RetryAfter) : TooMany("too-many-requests", RetryAfter);

/// <summary>
/// Counts tries in fixed windows of time, for all instances of the app together. Table Throttles; partition: the day on which the window ends, and a
/// keyed digest; row: the window. Windows that are over stand together that way, and before the day the digest's first digit, so that a day's writes
/// are spread and not all at the end of the table.
/// </summary>
public sealed class Throttle(TableServiceClient service, KeyedDigests digests, TimeProvider clock)
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Ours: no window is longer than a day, and no clock is wrong by so much.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

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
        var end = EndOf(now, window);
        var taken = await CountAsync(
            purpose,
            whom,
            end,
            window,
            count => (count?.Tries ?? 0) + tries <= limit ? (new Count((count?.Tries ?? 0) + tries), true) : (count!, false),
            cancellation);
        return taken ? null : end - now;
    }

    /// <summary>Takes a try back that came to nothing. One of a window that is over meanwhile counts no more anyway.</summary>
    /// <param name="purpose">As it was taken.</param>
    /// <param name="whom">Likewise.</param>
    /// <param name="window">Likewise.</param>
    /// <param name="cancellation">The process stops.</param>
    public Task GiveBackAsync(string purpose, string whom, TimeSpan window, CancellationToken cancellation) =>
        CountAsync(
            purpose,
            whom,
            EndOf(clock.GetUtcNow(), window),
            window,
            count => count is { Tries: > 0 } ? (new Count(count.Tries - 1), true) : (count!, false),
            cancellation);

    /// <summary>Takes out the windows that are over.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var (gone, day) = (0, Day(clock.GetUtcNow() - Margin));
        foreach (var digit in Digits)
        {
            gone += await _table.ForgetAsync($"{digit}-", $"{digit}-{day}", static _ => true, cancellation);
        }

        return gone;
    }

    private static DateTimeOffset EndOf(DateTimeOffset now, TimeSpan window) => new(((now.Ticks / window.Ticks) + 1) * window.Ticks, TimeSpan.Zero);

    private async Task<bool> CountAsync(
        string purpose, string whom, DateTimeOffset end, TimeSpan window, Func<Count?, Result<(Count, bool)>> decide, CancellationToken cancellation)
    {
        var digest = digests.Of(DigestPurpose.Throttle, $"{purpose}\n{whom}");
        var key = $"{digest[0]}-{Day(end)}-{digest}";
        var row = ((end.Ticks / window.Ticks) - 1).ToString("D19", CultureInfo.InvariantCulture);
        var counted = await Decision.MakeAsync<Count, bool>(
            async () => await _table.FindAsync(key, row, cancellation) is { } found ? RecordRow.Read<Count>(found) : null,
            decide,
            async (count, before) => before is null
                ? await _table.InsertAsync(RecordRow.Of(key, row, count), cancellation) is not null
                : await _table.ReplaceAsync(RecordRow.Of(key, row, count), before.ETag, cancellation) is not null);
        return counted.Value;
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record Count(int Tries);
}
