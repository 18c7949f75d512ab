using Collaborations.Messaging;

namespace Collaborations.Tests.Messaging;

/// <summary>How often one email may be asked for: five times in an hour, twenty in thirty days.</summary>
[Trait("Size", "Small")]
public sealed class SendingAgainTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_sixth_in_an_hour_Waits_until_the_first_is_an_hour_old()
    {
        var asked = Every(TimeSpan.FromMinutes(10), 5);
        Assert.Equal(TimeSpan.FromMinutes(15), WaitAt(asked, TimeSpan.FromMinutes(45)));
        Assert.Equal(TimeSpan.FromTicks(1), WaitAt(asked, TimeSpan.FromHours(1) - TimeSpan.FromTicks(1)));
        Assert.Null(WaitAt(asked, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void The_twenty_first_in_thirty_days_Waits_until_the_first_is_thirty_days_old()
    {
        var asked = Every(TimeSpan.FromHours(12), 20);
        Assert.Null(WaitAt([.. asked.Take(19)], TimeSpan.FromDays(10)));
        Assert.Equal(TimeSpan.FromDays(20), WaitAt(asked, TimeSpan.FromDays(10)));
        Assert.Null(WaitAt(asked, TimeSpan.FromDays(30)));
    }

    [Fact]
    public void Both_at_once_The_longer_wait_is_said() =>
        Assert.Equal(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(19), WaitAt(Every(TimeSpan.FromMinutes(1), 20), TimeSpan.FromMinutes(19)));

    [Fact]
    public void Times_that_are_kept_Are_as_many_as_a_limit_looks_at()
    {
        var kept = Every(TimeSpan.FromDays(2), 30).Aggregate((IReadOnlyList<DateTimeOffset>)[], SendingAgain.Add);
        Assert.Equal((20, Start.AddDays(20), Start.AddDays(58)), (kept.Count, kept[0], kept[^1]));
    }

    private static IReadOnlyList<DateTimeOffset> Every(TimeSpan step, int count) => [.. Enumerable.Range(0, count).Select(number => Start + (number * step))];

    private static TimeSpan? WaitAt(IReadOnlyList<DateTimeOffset> asked, TimeSpan after) => SendingAgain.WhyNot(asked, Start + after)?.RetryAfter;
}
