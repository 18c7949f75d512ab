using System.Buffers.Text;
using System.Security.Cryptography;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Accounts.Sessions;

/// <summary>What holds for a session from its beginning.</summary>
/// <param name="Accepted">The account accepted the terms in force.</param>
/// <param name="PasswordExpired">A practice's rules ended the password.</param>
/// <param name="IdleMinutes">The shortest of the practices'.</param>
public sealed record SessionTerms(bool Accepted, bool PasswordExpired, int IdleMinutes);

/// <summary>Begins, knows and ends sessions.</summary>
public sealed class SessionService(SessionStore store, KeyedDigests digests, IdGenerator ids, RandomNumberGenerator random, TimeProvider clock)
{
    /// <summary>Pages that ask by themselves say <c>Activity: none</c>: that somebody's page is open does not say that anybody is there.</summary>
    private const string ActivityHeader = "Activity";

    /// <summary>How exact the time of the last activity is: one write a minute and session, not one a request.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    private const int LongestWords = 120;

    /// <summary>Begins a session with a new secret; the one that the browser came with ends, so that nobody signs in into a session that somebody else gave them.</summary>
    public async Task<(Caller Caller, Session Session)> BeginAsync(
        HttpRequest request, AccountId account, SessionTerms terms, CancellationToken cancellation)
    {
        if (SessionCookie.Of(request) is { } old && await FindAsync(old, cancellation) is not null)
        {
            await store.EndAsync(old.Account, old.Session, cancellation);
        }

        var secret = new byte[SessionCookie.SecretBytes];
        random.GetBytes(secret);
        var cookie = new SessionCookie(account, ids.New<SessionId>(), Base64Url.EncodeToString(secret));
        var now = clock.GetUtcNow();
        var session = new Session(Digest(cookie), now, now, WordsOf(request), terms.Accepted, terms.PasswordExpired, terms.IdleMinutes);
        if (!await store.AddAsync(account, cookie.Session, session, cancellation))
        {
            throw new InvalidOperationException("A new session's id is taken.");
        }

        cookie.Set(request.HttpContext.Response);
        return (new Caller(account, cookie.Session, session.AcceptedTerms, session.PasswordExpired), session);
    }

    /// <returns>Who asks; null where nobody is signed in, or no longer.</returns>
    public async Task<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (SessionCookie.Of(request) is not { } cookie || await FindAsync(cookie, cancellation) is not { } session)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (now - session.Record.LastSeenAt >= Grain && !IsBackground(request))
        {
            // Lost to another request of the same session, which has said the same; or to a sign-out, which stays.
            await store.ReplaceAsync(cookie.Account, cookie.Session, session.Record with { LastSeenAt = now }, session, cancellation);
        }

        return new Caller(cookie.Account, cookie.Session, session.Record.AcceptedTerms, session.Record.PasswordExpired);
    }

    /// <summary>Ends it here and in the browser, whose cache goes too (OWASP Session Management Cheat Sheet, "Web Content Caching").</summary>
    public async Task EndAsync(HttpRequest request, Caller caller, CancellationToken cancellation)
    {
        await store.EndAsync(caller.Account, caller.Session, cancellation);
        SessionCookie.Clear(request.HttpContext.Response);
        request.HttpContext.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    /// <summary>Whether a page asks by itself.</summary>
    public static bool IsBackground(HttpRequest request) => request.Headers[ActivityHeader] == "none";

    /// <returns>What the browser says it is.</returns>
    public static string WordsOf(HttpRequest request)
    {
        var words = request.Headers.UserAgent.ToString();
        return words.Length <= LongestWords ? words : words[..LongestWords];
    }

    private async Task<Versioned<Session>?> FindAsync(SessionCookie cookie, CancellationToken cancellation)
    {
        var session = await store.FindAsync(cookie.Account, cookie.Session, cancellation);
        return session is not null && KeyedDigests.Same(session.Record.SecretDigest, Digest(cookie)) && !session.Record.IsOver(clock.GetUtcNow()) ? session : null;
    }

    private string Digest(SessionCookie cookie) => digests.Of(DigestPurpose.Session, $"{cookie.Account}\n{cookie.Session}\n{cookie.Secret}");
}
