namespace Collaborations.Messaging;

/// <summary>The email was asked for as often as it may be.</summary>
public sealed record SentTooOften(TimeSpan RetryAfter) : TooMany("sent-too-often", RetryAfter);

/// <summary>
/// How often people may have one email sent to somebody: so that nobody's mailbox is flooded by a member, or by whoever has a member's session, and a
/// sender's name does not suffer. Reminders are not counted, they have days of their own. See docs/decisions/0022-sending-again.md.
/// </summary>
public static class SendingAgain
{
    private const int MostInTheShort = 5;
    private const int MostInTheLong = 20;
    private static readonly TimeSpan Short = TimeSpan.FromHours(1);
    private static readonly TimeSpan Long = TimeSpan.FromDays(30);

    /// <param name="asked">When the email was asked for before, the first time included, oldest first.</param>
    /// <param name="now">The time of the decision.</param>
    /// <returns>Null where it may be asked for once more; otherwise from when on it may.</returns>
    public static SentTooOften? WhyNot(IReadOnlyList<DateTimeOffset> asked, DateTimeOffset now)
    {
        var (ofShort, ofLong) = (Wait(asked, MostInTheShort, Short, now), Wait(asked, MostInTheLong, Long, now));
        var wait = ofShort > ofLong ? ofShort : ofLong;
        return wait > TimeSpan.Zero ? new SentTooOften(wait) : null;
    }

    /// <returns>With one time more, and without those that no limit looks at any more.</returns>
    public static IReadOnlyList<DateTimeOffset> Add(IReadOnlyList<DateTimeOffset> asked, DateTimeOffset now) => [.. asked.TakeLast(MostInTheLong - 1), now];

    // There is room again when the one that is so many back has left the window.
    private static TimeSpan Wait(IReadOnlyList<DateTimeOffset> asked, int most, TimeSpan window, DateTimeOffset now) =>
        asked.Count < most ? TimeSpan.Zero : asked[^most] + window - now;
}
