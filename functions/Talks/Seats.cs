using Collaborations.Accounts.Sessions;
using Collaborations.Cases;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Talks;

/// <summary>The other side of this talk is no longer there to read it.</summary>
public sealed record NobodyReads() : Conflict("nobody-reads");

/// <summary>Somebody's place in a thread.</summary>
/// <param name="Id">The thread's.</param>
/// <param name="Talk">The thread.</param>
/// <param name="Side">On which side.</param>
/// <param name="Reader">The member's or the account's id.</param>
/// <param name="Participants">Everyone who is told what is written.</param>
/// <param name="WhyClosed">Why nothing can be written here, only read; null where it can.</param>
public sealed record Seat(ThreadId Id, Versioned<Talk> Talk, Side Side, Guid Reader, IReadOnlyList<Guid> Participants, Refusal? WhyClosed)
{
    public bool IsClosed => WhyClosed is not null;

    public Talk Record => Talk.Record;

    /// <summary>Doctor Talk and Patient Talk: whose room it is in.</summary>
    public Case? Case { get; init; }

    /// <summary>The thread of a collaboration: which.</summary>
    public Collaboration? Collaboration { get; init; }
}

/// <summary>
/// Says who may be in a thread. Doctor Talk: the case's members and case managers. Patient Talk: its one member and its one patient; for a
/// manager, a case manager or another doctor of the case there is no such thread. A collaboration's: the members who may see it, and the
/// collaborators who have read its message and were not removed.
/// </summary>
public sealed class Seats(
    TalkStore talks, CaseStore cases, MemberAccess access, MemberStore members, CollaborationAccess collaborations, InvitedAccess invited, CollaborationReaders readers)
{
    public async Task<Result<Seat>> FindAsync(Caller caller, ThreadId id, CancellationToken cancellation) =>
        await talks.FindAsync(id, cancellation) is not { } found ? new NotFound()
            : found.Record.Collaboration is { } collaboration ? await FindAsync(caller, id, found, collaboration, cancellation)
            : found.Record.Case is { } @case ? await FindAsync(caller, id, found, @case, cancellation)
            : new NotFound();

    private static bool MaySit(MemberCaller member, Talk talk, Case @case) => talk.Kind switch
    {
        TalkKind.DoctorTalk => member.Member.CaseManager || @case.Members.Contains(member.Id),
        TalkKind.PatientTalk => talk.Owner == member.Id && @case.Members.Contains(member.Id),
        _ => false,
    };

    private async Task<Result<Seat>> FindAsync(Caller caller, ThreadId id, Versioned<Talk> found, CaseId caseId, CancellationToken cancellation)
    {
        var talk = found.Record;
        if (await cases.FindAsync(talk.Practice, caseId, cancellation) is not { Record: var @case })
        {
            return new NotFound();
        }

        Guid[] participants = talk.Kind == TalkKind.DoctorTalk
            ? [.. @case.Members.Select(member => member.Value)]
            : [.. new[] { talk.Owner?.Value, talk.Account?.Value }.OfType<Guid>()];
        Refusal? closed = @case.Status == CaseStatus.Closed ? new CaseClosed() : null;
        if (talk.Account == caller.Account)
        {
            closed ??= await IsThereAsync(talk, @case, cancellation) ? null : new NobodyReads();
            return new Seat(id, found, Side.Patient, caller.Account.Value, participants, closed) { Case = @case };
        }

        closed ??= talk.LeftAt is null ? null : new NobodyReads();
        return await access.FindAsync(caller, talk.Practice, cancellation) is { } member && MaySit(member, talk, @case)
            ? new Seat(id, found, Side.Practice, member.Id.Value, participants, closed) { Case = @case }
            : new NotFound();
    }

    private async Task<Result<Seat>> FindAsync(
        Caller caller, ThreadId id, Versioned<Talk> found, CollaborationId collaboration, CancellationToken cancellation)
    {
        var practice = found.Record.Practice;
        if (await access.FindAsync(caller, practice, cancellation) is { } member
            && await collaborations.OpenAsync(member, collaboration, cancellation) is { Refusal: null, Value: { Record: var seen } })
        {
            return await SeatAsync(id, found, Side.Practice, member.Id.Value, seen, cancellation);
        }

        return await invited.FindAsync(caller.Account, practice, collaboration, cancellation) is { IsReader: true } reader
            ? await SeatAsync(id, found, Side.Collaborator, reader.Account.Value, reader.Record, cancellation)
            : new NotFound();
    }

    private async Task<Seat> SeatAsync(
        ThreadId id, Versioned<Talk> found, Side side, Guid reader, Collaboration collaboration, CancellationToken cancellation)
    {
        var told = await readers.MembersOfAsync(found.Record.Practice, collaboration, cancellation);
        Refusal? closed = collaboration.IsClosed ? new CollaborationClosed() : told.Count == 0 ? new NobodyReads() : null;
        Guid[] participants = [.. told.Select(member => member.Value), .. collaboration.In.Where(each => each.ReadAt is not null).Select(each => each.Account!.Value.Value)];
        return new Seat(id, found, side, reader, participants, closed) { Collaboration = collaboration };
    }

    // Whoever has left the case or the practice reads nothing more.
    private async Task<bool> IsThereAsync(Talk talk, Case @case, CancellationToken cancellation) =>
        talk.Owner is { } owner && @case.Members.Contains(owner) && await members.FindAsync(talk.Practice, owner, cancellation) is { Record.Disabled: false };
}
