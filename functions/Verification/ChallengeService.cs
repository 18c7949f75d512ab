using System.Security.Cryptography;
using System.Text;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Telemetry;

namespace Collaborations.Verification;

public sealed record ResendTooSoon(TimeSpan RetryAfter) : TooMany("resend-too-soon", RetryAfter);

public sealed record TooManyCodes(TimeSpan RetryAfter) : TooMany("too-many-codes", RetryAfter);

public sealed record TooManyWrongCodes(TimeSpan RetryAfter) : TooMany("too-many-wrong-codes", RetryAfter);

public sealed record CodeExpired() : Gone("code-expired");

public sealed record CodeUsed() : Conflict("code-used");

public sealed record NotATextNumber() : InvalidInput("not-a-text-number", "channel");

public sealed record WrongCode(int Left) : InvalidInput("wrong-code", "code")
{
    public override int? TriesLeft => Left;
}

public sealed record UnknownPhone() : InvalidInput("phone-unknown", "phoneId");

/// <summary>What a person says who chooses where a code is to go.</summary>
public sealed record DeliveryChoice(PhoneId PhoneId, Channel Channel);

/// <summary>What a person says who has got a code.</summary>
public sealed record CodeAnswer(string Code);

/// <summary>To whom and how a code is to go.</summary>
/// <param name="Practice">On whose behalf.</param>
/// <param name="DailyCap">The practice's.</param>
/// <param name="Language">Of the text or the call.</param>
/// <param name="Phone">Where to.</param>
/// <param name="Kind">Texts go to cell phones only.</param>
/// <param name="Channel">How.</param>
/// <param name="Asker">Who may name any number: an invitation, or an account that adds one. Null where the number was proved before.</param>
public sealed record CodeRequest(
    PracticeId Practice, int DailyCap, Language Language, PhoneNumber Phone, PhoneKind Kind, Channel Channel, string? Asker);

/// <summary>A code that was made and has not gone out yet.</summary>
/// <param name="Id">Of its challenge.</param>
/// <param name="Sequence">Which of its codes.</param>
public sealed record BegunCode(ChallengeId Id, int Sequence)
{
    /// <summary>
    /// Two windows that ask for the first code at the same instant begin two challenges. The step's record, under its ETag, takes the one that
    /// comes first; the other is never sent.
    /// </summary>
    /// <param name="before">The challenge that the step had when this code was begun.</param>
    /// <param name="now">The one that it has where this code is noted.</param>
    public bool IsOvertaken(ChallengeId? before, ChallengeId? now) => now != before && now != Id;
}

/// <summary>Makes codes, within all limits, and checks them, each once.</summary>
public sealed class ChallengeService(
    ChallengeStore store, DerivedSecrets secrets, Throttle throttle, Measures measures, IdGenerator ids, TimeProvider clock)
{
    private const int CodesAnHourAndNumber = 5;

    /// <summary>Ours: with five tries each, nobody who begins again and again guesses more than 150 codes of a million in a day.</summary>
    private const int CodesADayAndNumber = 30;

    /// <summary>Fifty numbers that differ in their last four digits within an hour are nobody's patients.</summary>
    private const int CodesAnHourAndPrefix = 50;
    /// <summary>Ours (OWASP ASVS 5.0, 2.4.1): a link, or an account, in the wrong hands rings no more than ten strangers a day.</summary>
    private const int CodesADayAndAsker = 10;
    private const int CodeLength = 6;

    /// <param name="current">The challenge so far: its newest code ends here, and what was guessed wrongly goes on counting.</param>
    /// <param name="request">Where to.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>Still to be noted by the step that it is for, and sent.</returns>
    public async Task<Result<BegunCode>> BeginAsync(ChallengeId? current, CodeRequest request, CancellationToken cancellation)
    {
        if (request.Channel == Channel.Text && (request.Kind != PhoneKind.Cell || !request.Phone.TakesTexts))
        {
            return new NotATextNumber();
        }

        if (current is { } known)
        {
            var before = (await store.FindAsync(known, cancellation))?.Record;
            if (before is null || before.Used || before.IsForgotten(clock.GetUtcNow()))
            {
                // So old that it was cleared away; or right, and the step that it was for was cut off before that was noted; or guessed wrongly too
                // often, and a day ago.
                current = null;
            }
            else if (Refuse(before, request) is { } early)
            {
                return early;
            }
        }

        if (await LimitAsync(request, cancellation) is { } wait)
        {
            return new TooManyCodes(wait);
        }

        if (current is not { } id)
        {
            return await AddAsync(request, cancellation);
        }

        var renewed = await RenewAsync(id, request, cancellation);
        if (renewed.Refusal is not null)
        {
            // Another request for the same was quicker: one code goes, and one is counted.
            await GiveBackAsync(LimitsOf(request));
        }

        return renewed;
    }

    /// <summary>Right once; fifty at the same time are one right answer and forty-nine too late.</summary>
    public async Task<Result<string>> AnswerAsync(ChallengeId id, string? code, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var typed = new string([.. (code ?? string.Empty).Where(char.IsAsciiDigit)]);
        Challenge? answered = null;
        var decided = await store.ChangeAsync<Result<string>>(
            id,
            challenge =>
            {
                answered = challenge;
                if (challenge.Used)
                {
                    return new CodeUsed();
                }

                if (challenge.TriesLeft == 0)
                {
                    return challenge.WhyTooMany(now);
                }

                // Also where the key was taken away that it was made with: a new one is the way on from both.
                if (now >= challenge.ExpiresAt || CodeOf(id, challenge) is not { } right)
                {
                    return new CodeExpired();
                }

                if (typed.Length == CodeLength && CryptographicOperations.FixedTimeEquals(Bytes(typed), Bytes(right)))
                {
                    return (challenge with { Used = true }, challenge.Phone);
                }

                var counted = challenge with { Tries = challenge.Tries + 1, Failures = challenge.Failures + 1 };
                return (counted, new WrongCode(counted.TriesLeft));
            },
            cancellation);
        // One that is not there was cleared away: it is older than any code.
        var given = !decided.IsRefused(out var refusal, out var answer) ? answer : refusal is NotFound ? new CodeExpired() : refusal;
        if (answered is not null)
        {
            measures.CodeAnswered(answered, given.Refusal);
        }

        return given;
    }

    /// <returns>Null where the key was taken away that it was made with.</returns>
    public string? CodeOf(ChallengeId id, Challenge challenge) => secrets.Code(id.Value, challenge.Sequence, challenge.Nonce);

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private Refusal? Refuse(Challenge challenge, CodeRequest request) => challenge switch
    {
        { Used: true } => new CodeUsed(),
        { Failures: >= Challenge.FailuresAllowed } => challenge.WhyTooMany(clock.GetUtcNow()),
        _ when challenge.Phone == request.Phone.Value && challenge.ResendAt > clock.GetUtcNow() => new ResendTooSoon(challenge.ResendAt - clock.GetUtcNow()),
        _ => null,
    };

    // All or none: where a later one has no room, the earlier ones have not counted.
    private async Task<TimeSpan?> LimitAsync(CodeRequest request, CancellationToken cancellation)
    {
        var taken = new List<CodeLimit>();
        foreach (var limit in LimitsOf(request))
        {
            if (await throttle.TakeAsync(limit.Purpose, limit.Whom, limit.Most, limit.Window, cancellation) is { } wait)
            {
                await GiveBackAsync(taken);
                return wait;
            }

            taken.Add(limit);
        }

        return null;
    }

    private async Task GiveBackAsync(IEnumerable<CodeLimit> taken)
    {
        foreach (var limit in taken)
        {
            await throttle.GiveBackAsync(limit.Purpose, limit.Whom, limit.Window, CancellationToken.None);
        }
    }

    private static IEnumerable<CodeLimit> LimitsOf(CodeRequest request)
    {
        yield return new("codes-number", request.Phone.Value, CodesAnHourAndNumber, TimeSpan.FromHours(1));
        yield return new("codes-number-day", request.Phone.Value, CodesADayAndNumber, TimeSpan.FromDays(1));
        yield return new("codes-prefix", request.Phone.Prefix, CodesAnHourAndPrefix, TimeSpan.FromHours(1));
        if (request.Asker is { } asker)
        {
            yield return new("codes-asker", asker, CodesADayAndAsker, TimeSpan.FromDays(1));
        }

        yield return new(Budget(request), request.Practice.ToString(), request.DailyCap, TimeSpan.FromDays(1));
    }

    // Who is known already has a budget apart: a flood of registrations keeps nobody from signing in.
    private static string Budget(CodeRequest request) => request.Asker is null ? "codes-practice-known" : "codes-practice";

    private async Task<Result<BegunCode>> AddAsync(CodeRequest request, CancellationToken cancellation)
    {
        var id = ids.New<ChallengeId>();
        var challenge = new Challenge(
            request.Practice,
            request.Language,
            request.Phone.Value,
            request.Channel,
            secrets.NewNonce(),
            Sequence: 1,
            clock.GetUtcNow(),
            Tries: 0,
            Failures: 0,
            CodeDelivery.Pending,
            Used: false);
        return await store.AddAsync(id, challenge, cancellation)
            ? new BegunCode(id, challenge.Sequence)
            : throw new InvalidOperationException("A new challenge's id is taken.");
    }

    private Task<Result<BegunCode>> RenewAsync(ChallengeId id, CodeRequest request, CancellationToken cancellation) =>
        store.ChangeAsync<BegunCode>(
            id,
            challenge =>
            {
                if (Refuse(challenge, request) is { } refusal)
                {
                    return refusal;
                }

                var renewed = challenge with
                {
                    Phone = request.Phone.Value,
                    Channel = request.Channel,
                    Language = request.Language,
                    Sequence = challenge.Sequence + 1,
                    SentAt = clock.GetUtcNow(),
                    Tries = 0,
                    Delivery = CodeDelivery.Pending,
                };
                return (renewed, new BegunCode(id, renewed.Sequence));
            },
            cancellation);

    private sealed record CodeLimit(string Purpose, string Whom, int Most, TimeSpan Window);
}
