using Collaborations.Accounts.Sessions;
using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Talks;

/// <summary>The other side of this talk is no longer there to read it.</summary>
public sealed record NobodyReads() : Conflict("nobody-reads");

/// <summary>Somebody's place in a thread.</summary>
/// <param name="Id">The thread's.</param>
/// <param name="Talk">The thread.</param>
/// <param name="Case">Its case.</param>
/// <param name="Side">On which side.</param>
/// <param name="Reader">The member's or the account's id.</param>
/// <param name="IsAnswered">Whether somebody is on the other side: who has left the case or the practice, or closed the account, reads nothing more.</param>
public sealed record Seat(ThreadId Id, Versioned<Talk> Talk, Case Case, Side Side, Guid Reader, bool IsAnswered)
{
    /// <summary>A closed thread is read and not written.</summary>
    public bool IsClosed => Case.Status == CaseStatus.Closed || !IsAnswered;

    /// <returns>Why nothing can be written here; null where it can.</returns>
    public Refusal? WhyClosed => Case.Status == CaseStatus.Closed ? new CaseClosed() : IsAnswered ? null : new NobodyReads();

    public Talk Record => Talk.Record;

    /// <summary>Everyone in the thread.</summary>
    public IEnumerable<Guid> Participants => Record.Kind == TalkKind.DoctorTalk
        ? Case.Members.Select(member => member.Value)
        : new[] { Record.Owner?.Value, Record.Account?.Value }.OfType<Guid>();
}

/// <summary>
/// Says who may be in a thread. Doctor Talk: the case's members and case managers. Patient Talk: its one member and its one patient; for a
/// manager, a case manager or another doctor of the case there is no such thread.
/// </summary>
public sealed class Seats(TalkStore talks, CaseStore cases, MemberAccess access, MemberStore members)
{
    public async Task<Result<Seat>> FindAsync(Caller caller, ThreadId id, CancellationToken cancellation)
    {
        if (await talks.FindAsync(id, cancellation) is not { Record: var talk } found
            || await cases.FindAsync(talk.Practice, talk.Case, cancellation) is not { Record: var @case })
        {
            return new NotFound();
        }

        if (talk.Account == caller.Account)
        {
            return new Seat(id, found, @case, Side.Patient, caller.Account.Value, await IsThereAsync(talk, @case, cancellation));
        }

        return await access.FindAsync(caller, talk.Practice, cancellation) is { } member && MaySit(member, talk, @case)
            ? new Seat(id, found, @case, Side.Practice, member.Id.Value, IsAnswered: talk.LeftAt is null)
            : new NotFound();
    }

    private static bool MaySit(MemberCaller member, Talk talk, Case @case) => talk.Kind switch
    {
        TalkKind.DoctorTalk => member.Member.CaseManager || @case.Members.Contains(member.Id),
        TalkKind.PatientTalk => talk.Owner == member.Id && @case.Members.Contains(member.Id),
        _ => false,
    };

    private async Task<bool> IsThereAsync(Talk talk, Case @case, CancellationToken cancellation) =>
        talk.Owner is { } owner && @case.Members.Contains(owner) && await members.FindAsync(talk.Practice, owner, cancellation) is { Record.Disabled: false };
}
