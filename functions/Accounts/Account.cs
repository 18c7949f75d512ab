using System.Text.Json.Serialization;
using Collaborations.Accounts.Authenticators;
using Collaborations.Accounts.Passkeys;
using Collaborations.Accounts.Phones;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Verification;

namespace Collaborations.Accounts;

/// <summary>The languages of pages, mails and calls.</summary>
public enum Language
{
    [JsonStringEnumMemberName("en")]
    English,

    [JsonStringEnumMemberName("es")]
    Spanish,

    [JsonStringEnumMemberName("fr")]
    French,
}

/// <summary>Wrong passwords since the last right one (product rule: five in a row lock, for 15 minutes, doubling up to a day).</summary>
/// <param name="Tries">Since the last right one or the last lock.</param>
/// <param name="Locks">In a row.</param>
/// <param name="LockedUntil">Null while it is open.</param>
public sealed record Guesses(int Tries, int Locks, DateTimeOffset? LockedUntil)
{
    public const int Allowed = 5;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestLock = TimeSpan.FromDays(1);

    public static Guesses None { get; } = new(0, 0, null);

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Takes a try back that nobody looked at.</summary>
    public Guesses GiveBack(bool wasLast) => wasLast ? new Guesses(Allowed - 1, Math.Max(0, Locks - 1), null) : this with { Tries = Math.Max(0, Tries - 1) };

    /// <summary>Counts a try before its password is looked at, so that tries side by side are no more than tries in a row.</summary>
    public Guesses Count(DateTimeOffset now)
    {
        if (Tries + 1 < Allowed)
        {
            return this with { Tries = Tries + 1, LockedUntil = null };
        }

        var locked = TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << Math.Min(Locks, 10), LongestLock.Ticks));
        return new Guesses(0, Locks + 1, now + locked);
    }
}

/// <summary>A telephone that its owner has proved to have, by a code.</summary>
/// <param name="Id">Names it to its owner's browser, which is not told the number.</param>
/// <param name="Number">E.164.</param>
/// <param name="Kind">Texts go to cell phones only.</param>
public sealed record AccountPhone(PhoneId Id, string Number, PhoneKind Kind);

/// <summary>Somebody who signs in, at however many practices.</summary>
/// <param name="Email">In the normalised form; a secret to all but its owner and the practices that have it.</param>
/// <param name="Name">As it is shown to others.</param>
/// <param name="Language">Of what is sent.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Password">Never the password.</param>
/// <param name="Guesses">Wrong passwords.</param>
/// <param name="Phones">Proved by a code.</param>
/// <param name="TermsVersion">Accepted last.</param>
/// <param name="CreatedAt">When the registration ended.</param>
/// <param name="Registrations">Ended by the next sign-in.</param>
/// <param name="Choices">Null until they choose: what the practice does.</param>
public sealed record Account(
    string Email,
    string Name,
    Language Language,
    string TimeZone,
    PasswordRecord Password,
    Guesses Guesses,
    IReadOnlyList<AccountPhone> Phones,
    string TermsVersion,
    DateTimeOffset CreatedAt,
    IReadOnlyList<InvitationId> Registrations,
    IReadOnlyList<NotificationChoice>? Choices)
{
    /// <summary>Product rule: not one of the last six, the present one among them.</summary>
    private const int FormerPasswordsKept = 5;

    /// <summary>Ours: more than one person uses.</summary>
    private const int DevicesKept = 20;

    /// <summary>Null for one that was set with the account.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>The session that it was changed in, which is the one that goes on; null where none is.</summary>
    public SessionId? PasswordSetIn { get; init; }

    /// <summary>Newest first; kept for practices that let none of the last six come again.</summary>
    public IReadOnlyList<PasswordRecord> FormerPasswords { get; init; } = [];

    /// <summary>Whose codes are asked for at every sign-in; null where there is none.</summary>
    public AuthenticatorApp? Authenticator { get; init; }

    /// <summary>Sealed secret of one that has not shown yet that it has it.</summary>
    public string? NewAuthenticator { get; init; }

    public IReadOnlyList<Passkey> Passkeys { get; init; } = [];

    /// <summary>Keyed digests of the browsers that signed in, newest first.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>When the terms were accepted.</summary>
    public DateTimeOffset? TermsAcceptedAt { get; init; }

    /// <summary>Its owner asked for it to be closed; signing in before then keeps it.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>A number that is being added.</summary>
    public PhoneAddition? NewPhone { get; init; }

    /// <summary>Where a text can go; null where no number takes one.</summary>
    public string? CellPhone => Phones.FirstOrDefault(phone => phone.Kind == PhoneKind.Cell)?.Number;

    public bool IsClosed(DateTimeOffset now) => ClosesAt <= now;

    /// <summary>A browser signs in: known from now on.</summary>
    public Account KnowDevice(string digest) => Devices.Contains(digest) ? this : this with { Devices = [digest, .. Devices.Take(DevicesKept - 1)] };

    /// <summary>A new password takes the place of the old one, and ends every lock.</summary>
    public Account SetPassword(PasswordRecord password, DateTimeOffset at) => this with
    {
        Password = password,
        PasswordSetAt = at,
        PasswordSetIn = null,
        FormerPasswords = [.. FormerPasswords.Prepend(Password).Take(FormerPasswordsKept)],
        Guesses = Guesses.None,
    };

    /// <param name="days">How long a password lasts; null where it does not end.</param>
    /// <param name="now">The time.</param>
    public bool IsPasswordExpired(int? days, DateTimeOffset now) => days is { } lifetime && now >= (PasswordSetAt ?? CreatedAt) + TimeSpan.FromDays(lifetime);

    /// <param name="about">What happened.</param>
    /// <param name="usual">What the practice does where somebody has not chosen.</param>
    public NotificationChoice ChoiceOf(NotificationEvent about, IReadOnlyList<NotificationChoice> usual) =>
        NotificationChoice.Of(about, Choices ?? usual);
}

/// <summary>What an account is at a practice.</summary>
public enum AffiliationKind
{
    Patient,
    Member,
    Collaborator,
}

/// <summary>One of an account's ties to a practice.</summary>
/// <param name="Kind">As what.</param>
/// <param name="Practice">Where.</param>
/// <param name="Subject">The member's, patient's or contact's id there.</param>
public sealed record Affiliation(AffiliationKind Kind, PracticeId Practice, Guid Subject);
