using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Invitations.Registration;
using Microsoft.DurableTask.Client;

namespace Collaborations.Practices.Members;

/// <summary>Whether somebody can sign in.</summary>
public enum MemberState
{
    Invited,
    Active,
    Disabled,
}

/// <summary>A member as colleagues see them.</summary>
public sealed record MemberAnswer(
    MemberId MemberId,
    string FirstName,
    string LastName,
    string Email,
    MemberRole Role,
    bool Manager,
    bool CaseManager,
    MemberState State,
    bool Locked);

public sealed record MemberList(IReadOnlyList<MemberAnswer> Members);

/// <summary>Body of changing a member: what is absent stays.</summary>
public sealed record MemberChange(MemberRole? Role, bool? Manager, bool? CaseManager, bool? Disabled);

/// <summary>A practice without a manager could not be helped by its own people.</summary>
public sealed record OwnManagement() : Conflict("own-management");

/// <summary>The people of a practice. Rights that are changed bite at the next request.</summary>
public sealed class MemberHandler(MemberStore members, AccountStore accounts, InvitationStore invitations, TimeProvider clock)
{
    public async Task<Result<MemberList>> ListAsync(PracticeId practice, CancellationToken cancellation)
    {
        var found = new List<MemberAnswer>();
        await foreach (var (id, member) in members.ListAsync(practice, cancellation))
        {
            found.Add(await AnswerAsync(id, member, cancellation));
        }

        return new MemberList(found);
    }

    public async Task<Result<MemberAnswer>> ReadAsync(PracticeId practice, MemberId id, CancellationToken cancellation) =>
        await members.FindAsync(practice, id, cancellation) is { Record: var member } ? await AnswerAsync(id, member, cancellation) : new NotFound();

    /// <summary>Managers keep their own capability until another takes it away.</summary>
    public async Task<Result<MemberAnswer>> ChangeAsync(
        MemberCaller caller, MemberId id, MemberChange change, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (id == caller.Id && (change.Manager == false || change.Disabled == true))
        {
            return new OwnManagement();
        }

        return await members.ChangeByAsync<Member>(
                caller.Practice, caller.Id, id, (by, member) => by is { Manager: true, Disabled: false } ? Changed(member, change) : new Forbidden(), cancellation)
            .ThenAsync(async member =>
            {
                if (member is { Disabled: true, Account: null, Invitation: { } invitation })
                {
                    await WithdrawAsync(invitation, processes, cancellation);
                }

                return (Result<MemberAnswer>)await AnswerAsync(id, member, cancellation);
            });
    }

    /// <summary>Ends a lock that came from wrong passwords.</summary>
    public async Task<Result<Done>> UnlockAsync(PracticeId practice, MemberId id, CancellationToken cancellation) =>
        await members.FindAsync(practice, id, cancellation) is { Record.Account: { } account }
            ? await accounts.UnlockAsync(account, cancellation)
            : new NotFound();

    private static Result<(Member, Member)> Changed(Member member, MemberChange change)
    {
        var changed = member with
        {
            Role = change.Role ?? member.Role,
            Manager = change.Manager ?? member.Manager,
            CaseManager = change.CaseManager ?? member.CaseManager,
            Disabled = change.Disabled ?? member.Disabled,
        };
        return (changed, changed);
    }

    // Whoever has no access any more does not get one by an email of last week.
    private async Task WithdrawAsync(InvitationId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        var ended = await invitations.ChangeAsync<int>(
            id,
            invitation => (
                invitation is { Ending: null, Progress.Account: null }
                    ? invitation.End(RegistrationStage.Withdrawn, InvitationEventKind.Withdrawn, clock.GetUtcNow())
                    : invitation,
                invitation.Generation),
            cancellation);
        if (ended.Refusal is null)
        {
            await RegistrationSignals.ChangedAsync(processes, id, ended.Value, ended.Value, cancellation);
        }
    }

    private async Task<MemberAnswer> AnswerAsync(MemberId id, Member member, CancellationToken cancellation)
    {
        var account = member.Account is { } known ? await accounts.FindAsync(known, cancellation) : null;
        return new MemberAnswer(
            id,
            member.FirstName,
            member.LastName,
            member.Email,
            member.Role,
            member.Manager,
            member.CaseManager,
            StateOf(member),
            account?.Record.Guesses.IsLocked(clock.GetUtcNow()) ?? false);
    }

    private static MemberState StateOf(Member member) => member switch
    {
        { Disabled: true } => MemberState.Disabled,
        { Account: null } => MemberState.Invited,
        _ => MemberState.Active,
    };
}
