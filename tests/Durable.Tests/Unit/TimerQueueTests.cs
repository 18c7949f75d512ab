using Local.Durable.Timers;
using Tests.Support;

namespace Durable.Tests.Unit;

[Trait("Size", "Small")]
public sealed class TimerQueueTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _due = [];
    private readonly TimerQueue _queue;

    public TimerQueueTests() => _queue = new TimerQueue(_clock, _due.Add);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Moments_ComeInTheirOrder()
    {
        _queue.Set("late", _clock.GetUtcNow() + (2 * Minute));
        _queue.Set("early", _clock.GetUtcNow() + Minute);

        _clock.Advance(Minute);
        Assert.Equal(["early"], _due);

        _clock.Advance(Minute);
        Assert.Equal(["early", "late"], _due);
    }

    [Fact]
    public async Task MomentThatIsPast_ComesAtOnce()
    {
        var came = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var queue = new TimerQueue(_clock, came.SetResult);

        queue.Set("past", _clock.GetUtcNow() - Minute);

        Assert.Equal("past", await came.Task.WaitAsync(Minute));
    }

    [Fact]
    public void MomentThatIsReplaced_ComesOnceAtTheNewTime()
    {
        _queue.Set("moved", _clock.GetUtcNow() + Minute);
        _queue.Set("moved", _clock.GetUtcNow() + (3 * Minute));

        _clock.Advance(2 * Minute);
        Assert.Empty(_due);

        _clock.Advance(2 * Minute);
        Assert.Equal(["moved"], _due);
    }

    [Fact]
    public void MomentThatIsTakenAway_DoesNotCome()
    {
        _queue.Set("gone", _clock.GetUtcNow() + Minute);
        _queue.Set("gone", null);

        _clock.Advance(2 * Minute);

        Assert.Empty(_due);
    }

    [Fact]
    public void MomentYearsAway_ComesThen()
    {
        var years = TimeSpan.FromDays(3 * 365);
        _queue.Set("far", _clock.GetUtcNow() + years);

        _clock.Advance(years - Minute);
        Assert.Empty(_due);

        _clock.Advance(Minute);
        Assert.Equal(["far"], _due);
    }

    [Fact]
    public void MomentReadFromTheStore_DoesNotReplaceANewerOne()
    {
        _queue.Set("known", _clock.GetUtcNow() + Minute);
        _queue.SetIfUnknown("known", _clock.GetUtcNow() + (5 * Minute));
        _queue.SetIfUnknown("unknown", _clock.GetUtcNow() + (5 * Minute));

        _clock.Advance(Minute);
        Assert.Equal(["known"], _due);

        _clock.Advance(4 * Minute);
        Assert.Equal(["known", "unknown"], _due);
    }
}
