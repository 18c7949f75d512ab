using Collaborations.Accounts;
using Collaborations.Identifiers;

namespace Collaborations.Verification;

/// <summary>How a code travels.</summary>
public enum Channel
{
    Text,
    Call,
}

/// <summary>How far the newest code has come.</summary>
public enum CodeDelivery
{
    Pending,
    Sent,
    Failed,
}

/// <summary>One proof, by a code sent to a telephone, that somebody has that telephone. See the readme of this folder.</summary>
/// <param name="Practice">On whose behalf; its cap and its countries hold.</param>
/// <param name="Language">Of the text or the call.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Channel">How.</param>
/// <param name="Nonce">From which, with the key, the codes follow.</param>
/// <param name="Sequence">Of the newest code; the ones before it are over.</param>
/// <param name="SentAt">When the newest code was asked for.</param>
/// <param name="Tries">Wrong ones of the newest code.</param>
/// <param name="Failures">Wrong ones of all codes: a new code does not set it back (NIST SP 800-63B-4, 3.1.3.2).</param>
/// <param name="Delivery">Of the newest code.</param>
/// <param name="Used">The code was right, once.</param>
public sealed record Challenge(
    PracticeId Practice,
    Language Language,
    string Phone,
    Channel Channel,
    string Nonce,
    int Sequence,
    DateTimeOffset SentAt,
    int Tries,
    int Failures,
    CodeDelivery Delivery,
    bool Used)
{
    /// <summary>Product rule; NIST SP 800-63B-4, 3.1.3.2: at most ten minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    public const int TriesAllowed = 5;
    public const int FailuresAllowed = 10;
    private static readonly TimeSpan[] ResendWaits = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120)];

    public DateTimeOffset ExpiresAt => SentAt + Lifetime;

    /// <summary>After 30 seconds, then 60, then 120 each time. A code that is known not to have arrived may be sent again at once.</summary>
    public DateTimeOffset ResendAt => Delivery == CodeDelivery.Failed ? SentAt : SentAt + ResendWaits[Math.Min(Sequence, ResendWaits.Length) - 1];

    /// <summary>Ours: after so many wrong ones nothing goes on for a day; then a new challenge may begin.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public bool IsForgotten(DateTimeOffset now) => Failures >= FailuresAllowed && now >= SentAt + Pause;

    /// <returns>The refusal of a code that was guessed too often: a new code helps, until too many were wrong altogether.</returns>
    public TooManyWrongCodes WhyTooMany(DateTimeOffset now) =>
        new(Failures >= FailuresAllowed ? SentAt + Pause - now : ResendAt > now ? ResendAt - now : TimeSpan.Zero);

    public int TriesLeft => Math.Max(0, Math.Min(TriesAllowed - Tries, FailuresAllowed - Failures));
}

/// <summary>What the pages show of a code.</summary>
public sealed record CodeState(Channel Channel, string Masked, CodeDelivery Delivery, int ResendAfterSeconds, int ExpiresInSeconds, int AttemptsLeft)
{
    public static CodeState Of(Challenge challenge, DateTimeOffset now) => new(
        challenge.Channel,
        PhoneNumber.Mask(challenge.Phone),
        challenge.Delivery,
        Seconds(challenge.ResendAt - now),
        Seconds(challenge.ExpiresAt - now),
        challenge.TriesLeft);

    /// <summary>A step whose code nobody has said yet went out is answered by 202.</summary>
    public static bool IsPending(CodeState? code) => code?.Delivery == CodeDelivery.Pending;

    private static int Seconds(TimeSpan time) => Math.Max(0, (int)Math.Ceiling(time.TotalSeconds));
}
