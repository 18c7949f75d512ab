using Collaborations.Identifiers;
using Collaborations.Practices;

namespace Collaborations.Accounts.Sessions;

/// <summary>What a person is at one practice, for the pages to know what to offer.</summary>
public sealed record SessionAffiliation(
    AffiliationKind Kind,
    PracticeId PracticeId,
    string PracticeName,
    MemberId? MemberId,
    PatientId? PatientId,
    ContactId? ContactId,
    MemberRole? Role,
    bool Manager,
    bool CaseManager);

/// <summary>Who is signed in, and for how long.</summary>
public sealed record SessionAnswer(
    AccountId AccountId,
    string Name,
    Language Language,
    string TimeZone,
    IReadOnlyList<SessionAffiliation> Affiliations,
    int IdleSeconds,
    int IdleLimitSeconds,
    DateTimeOffset ExpiresAt,
    bool NeedsTerms,
    bool NeedsPassword);

/// <summary>Reads what a session says to its pages.</summary>
public sealed class SessionReader(
    AccountStore accounts, AffiliationStore affiliations, SessionStore sessions, PracticeStore practices, MemberStore members, TimeProvider clock)
{
    public async Task<Result<SessionAnswer>> ReadAsync(Caller caller, CancellationToken cancellation) =>
        await sessions.FindAsync(caller.Account, caller.Session, cancellation) is { Record: var session }
        && await accounts.FindAsync(caller.Account, cancellation) is { Record: var account }
            ? await ReadAsync(caller, session, account, cancellation)
            : new Unauthenticated();

    /// <summary>Of an account that was just read.</summary>
    public async Task<SessionAnswer> ReadAsync(Caller caller, Session session, Account account, CancellationToken cancellation)
    {
        var found = new List<SessionAffiliation>();
        foreach (var affiliation in await affiliations.ListAsync(caller.Account, cancellation))
        {
            if (await ReadAsync(affiliation, cancellation) is { } answer)
            {
                found.Add(answer);
            }
        }

        var idle = clock.GetUtcNow() - session.LastSeenAt;
        return new SessionAnswer(
            caller.Account,
            account.Name,
            account.Language,
            account.TimeZone,
            found,
            (int)idle.TotalSeconds,
            (int)TimeSpan.FromMinutes(session.IdleMinutes).TotalSeconds,
            session.ExpiresAt,
            !session.AcceptedTerms,
            session.PasswordExpired);
    }

    private async Task<SessionAffiliation?> ReadAsync(Affiliation affiliation, CancellationToken cancellation)
    {
        if (await practices.FindAsync(affiliation.Practice, cancellation) is not { Record: var practice })
        {
            return null;
        }

        var answer = new SessionAffiliation(affiliation.Kind, affiliation.Practice, practice.Name, null, null, null, null, Manager: false, CaseManager: false);
        if (affiliation.Kind == AffiliationKind.Patient)
        {
            return answer with { PatientId = PatientId.From(affiliation.Subject) };
        }

        if (affiliation.Kind == AffiliationKind.Collaborator)
        {
            return answer with { ContactId = ContactId.From(affiliation.Subject) };
        }

        var id = MemberId.From(affiliation.Subject);
        return await members.FindAsync(affiliation.Practice, id, cancellation) is { Record: { Disabled: false } member }
            ? answer with { MemberId = id, Role = member.Role, Manager = member.Manager, CaseManager = member.CaseManager }
            : null;
    }
}
