using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Invitations.Patients;
using Collaborations.Invitations.Registration;
using Collaborations.Practices;
using Collaborations.Security;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Members;

public sealed record AlreadyMember() : InvalidInput("already-member", "email");

/// <summary>Invites somebody to work at the practice, and sends the invitation again.</summary>
public sealed class MemberInviter(
    MemberStore members, PracticeStore practices, InvitationStore invitations, IdGenerator ids, DerivedSecrets secrets, TimeProvider clock)
{
    public Task<Result<MemberId>> InviteAsync(
        MemberCaller caller, MemberInvitationForm form, DurableTaskClient processes, CancellationToken cancellation) =>
        InviteAsync(caller.Practice, caller.Id, form, processes, cancellation);

    /// <summary>The first member of a practice, whom nobody there could invite: the invitation is in their own name.</summary>
    public Task<Result<MemberId>> InviteFirstAsync(
        PracticeId practice, MemberInvitationForm form, DurableTaskClient processes, CancellationToken cancellation) =>
        InviteAsync(practice, inviter: null, form, processes, cancellation);

    /// <summary>A new link; the old one stops working.</summary>
    public async Task<Result<MemberId>> ResendAsync(
        PracticeId practice, MemberId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await members.FindAsync(practice, id, cancellation) is not { Record: { Invitation: { } invitation } member })
        {
            return new NotFound();
        }

        if (member is { Account: not null } or { Disabled: true })
        {
            return new AlreadyRegistered();
        }

        var renewed = await invitations.ChangeAsync<int>(
            invitation,
            current => Renew(current, clock.GetUtcNow()).Map(after => (after, current.Generation)),
            cancellation);
        return await renewed.ThenAsync<MemberId>(async before =>
        {
            await RegistrationSignals.ChangedAsync(processes, invitation, before, before + 1, CancellationToken.None);
            return id;
        });
    }

    // One that is done is of somebody who had an account and closed it: they register anew.
    private Result<Invitation> Renew(Invitation current, DateTimeOffset now) =>
        current is { Ending: null, Progress.Account: not null } ? new AlreadyRegistered()
        : current.WhyNotAgain(now) is { } often ? often
        : current.Renew(current.Email, secrets.NewNonce(), InvitationEventKind.Resent, now);

    // The invitation is made first and the member, who names it, last: cut off between the two, nobody was added. Of two who add the same address at
    // once the later one's goes.
    private async Task<Result<MemberId>> InviteAsync(
        PracticeId place, MemberId? inviter, MemberInvitationForm form, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (form.Check().IsRefused(out var refusal, out var typed))
        {
            return refusal;
        }

        if (await members.FindAsync(place, typed.Email, cancellation) is { } known)
        {
            await GoOnAsync(place, known, processes, cancellation);
            return new AlreadyMember();
        }

        if (await practices.FindAsync(place, cancellation) is not { Record: var practice })
        {
            return new NotFound();
        }

        var (id, invitation) = (ids.New<MemberId>(), ids.New<InvitationId>());
        await invitations.AddAsync(invitation, New(place, inviter ?? id, id, typed.Email, practice.Language), cancellation);
        if (!await members.AddAsync(place, id, typed with { Invitation = invitation }, cancellation)
            && await members.FindAsync(place, typed.Email, CancellationToken.None) != id)
        {
            await invitations.DeleteAsync(invitation, CancellationToken.None);
            return new AlreadyMember();
        }

        await RegistrationSignals.StartOnceAsync(processes, new RegistrationInput(invitation, 1), CancellationToken.None);
        return id;
    }

    // Cut off after the member was added: their link's process begins with the next try.
    private async Task GoOnAsync(PracticeId place, MemberId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await members.FindAsync(place, id, cancellation) is { Record: { Account: null, Disabled: false, Invitation: { } invitation } }
            && await invitations.FindAsync(invitation, cancellation) is { Record: { Ending: null } sent })
        {
            await RegistrationSignals.StartOnceAsync(processes, new RegistrationInput(invitation, sent.Generation), cancellation);
        }
    }

    // A member's birth date is in no directory: the email and the telephone prove who they are.
    private Invitation New(PracticeId practice, MemberId inviter, MemberId id, string email, Language language)
    {
        var now = clock.GetUtcNow();
        return new Invitation(
            InvitationKind.Member,
            practice,
            inviter,
            id.Value,
            Case: null,
            Thread: null,
            email,
            language,
            AsksBirthDate: false,
            Generation: 1,
            secrets.NewNonce(),
            now,
            Ending: null,
            RegistrationProgress.Start(asksBirthDate: false),
            [new InvitationEvent(InvitationEventKind.Queued, now)]);
    }
}
