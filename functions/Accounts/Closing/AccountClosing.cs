using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Notices;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Talks;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Closing;

/// <summary>Who works at a practice leaves it first: a manager takes their access away.</summary>
public sealed record StillMember() : Conflict("still-member");

/// <summary>Body of the answer to closing an account.</summary>
/// <param name="ClosesAt">Until then signing in keeps it.</param>
public sealed record ClosingAnswer(DateTimeOffset ClosesAt);

/// <summary>Closes an account when its owner asks for it. What practices hold of the person stays theirs. See the readme of the accounts folder for the states.</summary>
public sealed class AccountClosing(
    AccountStore accounts,
    AccountEmailStore emails,
    AffiliationStore affiliations,
    MemberStore members,
    PatientStore patients,
    TalkStore talks,
    InboxStore inboxes,
    InvitationStore invitations,
    SessionStore sessions,
    SessionService service,
    PasswordCheck passwords,
    Notifier notices,
    TimeProvider clock)
{
    /// <summary>Ours: whoever got hold of a password cannot take the account from its owner at once, and a change of mind costs nothing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    /// <summary>Asks for it: every device is signed out. Asked again, the first time counts.</summary>
    public async Task<Result<ClosingAnswer>> AskAsync(
        HttpRequest request, Caller caller, PasswordOnly body, DurableTaskClient processes, CancellationToken cancellation)
    {
        if ((await passwords.VerifyAsync(caller, body.Password, cancellation)).IsRefused(out var wrong, out var before))
        {
            return wrong;
        }

        if (await IsMemberAsync(caller.Account, cancellation))
        {
            return new StillMember();
        }

        // The process comes first: an account that is to be closed has one. Without the record it changes nothing.
        var closesAt = before.ClosesAt ?? clock.GetUtcNow() + Grace;
        await ProcessGate.StartOnceAsync(
            processes,
            nameof(AccountClosingOrchestration),
            AccountClosingOrchestration.InstanceOf(caller.Account, closesAt),
            caller.Account,
            cancellation);
        var asked = await accounts.ChangeAsync<DateTimeOffset>(
            caller.Account, account => (account with { ClosesAt = account.ClosesAt ?? closesAt }, account.ClosesAt ?? closesAt), cancellation);
        return await asked.ThenAsync<ClosingAnswer>(async decided =>
        {
            // It is decided: what follows does not wait for the client to stay.
            await notices.TellAsync(processes, caller.Account, NoticeKind.AccountClosing, CancellationToken.None);
            await service.EndAsync(request, caller, CancellationToken.None);
            await sessions.EndAllAsync(caller.Account, but: null, CancellationToken.None);
            return new ClosingAnswer(decided);
        });
    }

    /// <summary>Takes everything away that only the account has, once its time has come. Done again after it was cut off, it goes on.</summary>
    public async Task EraseAsync(AccountId id, CancellationToken cancellation)
    {
        // Decided on the record: a machine whose clock is behind lets its owner in no more from here.
        var decided = await accounts.ChangeAsync<Account>(
            id,
            current => current.IsClosed(clock.GetUtcNow()) ? (current with { ClosesAt = DateTimeOffset.MinValue }, current) : new NotFound(),
            cancellation);
        if (decided.IsRefused(out _, out var account))
        {
            return;
        }

        await sessions.EndAllAsync(id, but: null, cancellation);
        await LeaveTalksAsync(id, cancellation);
        await LeaveRegistrationsAsync(id, account.Registrations, cancellation);
        foreach (var affiliation in await affiliations.ListAsync(id, cancellation))
        {
            await LeaveAsync(id, affiliation, cancellation);
        }

        if (EmailAddress.TryRead(account.Email, out var email))
        {
            await emails.ReleaseAsync(email, id, cancellation);
        }

        await accounts.RemoveAsync(id, cancellation);
    }

    private async Task<bool> IsMemberAsync(AccountId account, CancellationToken cancellation)
    {
        foreach (var affiliation in await affiliations.ListAsync(account, cancellation))
        {
            if (affiliation.Kind == AffiliationKind.Member
                && await members.FindAsync(affiliation.Practice, MemberId.From(affiliation.Subject), cancellation) is { Record.Disabled: false })
            {
                return true;
            }
        }

        return false;
    }

    private async Task LeaveTalksAsync(AccountId id, CancellationToken cancellation)
    {
        const int Together = 100;
        while ((await inboxes.PageAsync(id, Together, cursor: null, cancellation)).Rows is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                await talks.ChangeAsync<Done>(
                    entry.Thread,
                    talk => (talk.Account == id && talk.LeftAt is null ? talk with { LeftAt = clock.GetUtcNow() } : talk, Done.Instance),
                    cancellation);
                await inboxes.RemoveAsync(id, entry.Thread, cancellation);
            }
        }
    }

    // A link by which they were known waits for no sign-in of an account that is gone: they register anew, or the inviter sends another.
    private async Task LeaveRegistrationsAsync(AccountId id, IReadOnlyList<InvitationId> registrations, CancellationToken cancellation)
    {
        foreach (var registration in registrations)
        {
            await invitations.ChangeAsync<Done>(
                registration,
                invitation => (
                    invitation.Ending is null && invitation.Progress.Account == id
                        ? invitation with { Progress = invitation.Progress with { Account = null } }
                        : invitation,
                    Done.Instance),
                cancellation);
        }
    }

    private async Task LeaveAsync(AccountId id, Affiliation affiliation, CancellationToken cancellation)
    {
        var (practice, subject) = (affiliation.Practice, affiliation.Subject);
        switch (affiliation.Kind)
        {
            case AffiliationKind.Patient:
                await patients.ChangeAsync<Done>(
                    practice, PatientId.From(subject), patient => (patient.Account == id ? patient with { Account = null } : patient, Done.Instance), cancellation);
                break;
            case AffiliationKind.Member:
                await members.ChangeAsync<Done>(
                    practice, MemberId.From(subject), member => (member.Account == id ? member with { Account = null } : member, Done.Instance), cancellation);
                break;
        }

        await affiliations.RemoveAsync(id, affiliation, cancellation);
    }
}
