using System.Text.Json.Serialization;

namespace Collaborations.Practices.Retention;

/// <summary>How long a practice keeps what is closed.</summary>
/// <param name="Years">After closing; see <see cref="Shortest"/> and <see cref="Longest"/>.</param>
/// <param name="Since">When it was chosen.</param>
public sealed record RetentionRule(int Years, DateTimeOffset Since)
{
    /// <summary>Ours: nothing that is asked for is gone within a year, whatever somebody types.</summary>
    public const int Shortest = 1;

    /// <summary>Ours: a life.</summary>
    public const int Longest = 100;

    /// <summary>Ours: a number that was mistyped deletes nothing for so long, and can be changed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Tells it from the practice's other rules: the instant it was chosen, in milliseconds.</summary>
    [JsonIgnore]
    public long Number => Since.ToUnixTimeMilliseconds();

    /// <returns>The rule that this number of years makes of the one before: the same one where nothing changes.</returns>
    public static RetentionRule? Of(int? years, RetentionRule? before, DateTimeOffset now) =>
        years is not { } chosen ? null
        : before?.Years == chosen ? before
        : new RetentionRule(chosen, now);

    /// <returns>What was closed before this is over; null while nothing is deleted.</returns>
    public DateTimeOffset? LimitAt(DateTimeOffset now) => now < Since + Grace ? null : now.AddYears(-Years);
}

/// <summary>It was opened again, or closed too late, or something that is kept belongs to it.</summary>
public sealed record StillKept() : Conflict("still-kept");
