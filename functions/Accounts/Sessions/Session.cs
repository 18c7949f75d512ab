using Collaborations.Identifiers;

namespace Collaborations.Accounts.Sessions;

/// <summary>A device that is signed in.</summary>
/// <param name="SecretDigest">Keyed digest of the cookie's secret: the table alone signs nobody in.</param>
/// <param name="CreatedAt">When the sign-in ended.</param>
/// <param name="LastSeenAt">When the person last did something, to the minute.</param>
/// <param name="Words">What the browser says it is, for its owner to know it by.</param>
/// <param name="AcceptedTerms">Those in force when it began, or since: new ones wait for the next sign-in.</param>
/// <param name="PasswordExpired">By the rules of a practice, when it began; until a new one is set.</param>
/// <param name="IdleMinutes">Without a request of the person's own (product rule; OWASP Session Management Cheat Sheet, "Idle Timeout").</param>
public sealed record Session(
    string SecretDigest,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt,
    string Words,
    bool AcceptedTerms,
    bool PasswordExpired,
    int IdleMinutes)
{
    /// <summary>Whatever the person does (likewise, "Absolute Timeout").</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    public DateTimeOffset ExpiresAt => CreatedAt + AbsoluteLimit;

    public bool IsOver(DateTimeOffset now) => now >= ExpiresAt || now - LastSeenAt >= TimeSpan.FromMinutes(IdleMinutes);
}

/// <summary>Who asks: a signed-in account.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Session">By which.</param>
/// <param name="AcceptedTerms">Until then a session can do nothing but accept them and end.</param>
/// <param name="PasswordExpired">Until a new one is set a session can do nothing but that and end.</param>
public sealed record Caller(AccountId Account, SessionId Session, bool AcceptedTerms, bool PasswordExpired);
