using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Collaborating.Announcing;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Invitations.Registration;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Practices;
using Collaborations.Security;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Process;

/// <summary>
/// Brings the emails of a collaboration out. Somebody who has an account is told that a message waits; somebody who has none gets a link, whose
/// registration sees to its own reminders and end.
/// </summary>
public sealed class CollaboratorInviter(
    CollaborationStore collaborations,
    CollaborationBoard board,
    CollaborationDeliveries deliveries,
    InvitationStore invitations,
    KnownAccounts known,
    AffiliationStore affiliations,
    PracticeStore practices,
    CollaborationMail mail,
    NoticeSender notices,
    Links links,
    SendIds sends,
    IdGenerator ids,
    DerivedSecrets secrets,
    TimeProvider clock)
{
    public SendId SendOf(string process, Collaborator collaborator) =>
        sends.Of(process, $"{collaborator.Contact}-{collaborator.Asking}");

    /// <summary>
    /// Does whatever follows from the record and is not done yet, its places in the lists among it: the request that wrote it may have been cut off.
    /// </summary>
    public async Task SettleAsync(CollaborationStep step, DurableTaskClient processes, CancellationToken cancellation)
    {
        var (practice, id) = step.Input;
        if (await collaborations.FindAsync(practice, id, cancellation) is not { Record: var record })
        {
            return;
        }

        await board.AddAsync(practice, id, record, cancellation);
        foreach (var collaborator in record.Collaborators)
        {
            if (!collaborator.IsIn && collaborator.Invitation is { } invitation)
            {
                await WithdrawAsync(invitation, processes, cancellation);
            }
            else if (collaborator.IsDue && !record.IsClosed && await IsStillInAsync(step.Input, collaborator, cancellation))
            {
                await InviteAsync(step, record, collaborator, processes, cancellation);
                await ChangeAsync(step.Input, collaborator, each => each with { Seen = collaborator.Asked }, cancellation);
            }
        }
    }

    /// <summary>Reminds those who have an account and have not read; a link that nobody has used is reminded of by its registration.</summary>
    public async Task RemindAsync(CollaborationStep step, CancellationToken cancellation)
    {
        var (practice, id) = step.Input;
        if (await collaborations.FindAsync(practice, id, cancellation) is not { Record: { IsClosed: false } record })
        {
            return;
        }

        foreach (var collaborator in record.In.Where(each => each is { Account: not null, ReadAt: null }))
        {
            var send = sends.Of(step.Process, string.Create(CultureInfo.InvariantCulture, $"{collaborator.Contact}-{collaborator.Asked}-reminder-{step.Reminder}"));
            await mail.RemindAsync(new MailSend(send, Process: null), practice, record, collaborator, links.SharedCollaboration(id), cancellation);
        }
    }

    private async Task InviteAsync(
        CollaborationStep step, Collaboration record, Collaborator collaborator, DurableTaskClient processes, CancellationToken cancellation)
    {
        var (practice, id) = step.Input;
        if (await known.FindAsync(collaborator.Email, cancellation) is not { } account)
        {
            await SendLinkAsync(step.Input, record, collaborator, processes, cancellation);
            return;
        }

        if (collaborator.Invitation is { } link)
        {
            await WithdrawOtherAsync(link, collaborator.Email, processes, cancellation);
        }

        await affiliations.AddAsync(account, new Affiliation(AffiliationKind.Collaborator, practice, collaborator.Contact.Value), cancellation);
        await ChangeAsync(step.Input, collaborator, each => each.Email == collaborator.Email ? each with { Account = account } : each, cancellation);
        var send = new MailSend(SendOf(step.Process, collaborator), step.Process);
        if (await mail.SendAsync(send, practice, record, collaborator, links.SharedCollaboration(id), cancellation))
        {
            await deliveries.NoteAsync(practice, id, collaborator.Contact, CollaboratorDelivery.Sent, cancellation);
            return;
        }

        // One address that is none keeps nobody else from theirs.
        await deliveries.NoteAsync(practice, id, collaborator.Contact, CollaboratorDelivery.Bounced, cancellation);
        await notices.TellStarterAsync(practice, id, $"{step.Process}-{send.Id}", cancellation);
    }

    // The record names the invitation before it is made: tried again, it is the same one. One that is there is renewed, and its old link dies; but
    // not one that was renewed for the same asking, by a try that was cut off before it noted that it had seen to it.
    private async Task SendLinkAsync(
        CollaborationInput input, Collaboration record, Collaborator collaborator, DurableTaskClient processes, CancellationToken cancellation)
    {
        var invitation = await FindLinkAsync(collaborator, cancellation) ?? ids.New<InvitationId>();
        await ChangeAsync(input, collaborator, each => each with { Invitation = invitation }, cancellation);
        if (await practices.FindAsync(input.Practice, cancellation) is not { Record: var practice })
        {
            return;
        }

        await invitations.AddAsync(invitation, New(input, record, collaborator, practice), cancellation);
        var sent = await invitations.ChangeAsync<int>(
            invitation,
            current => current.AskedFor == collaborator.Asking && current.Ending != RegistrationStage.Withdrawn
                ? (current, current.Generation)
                : Renewed(current, collaborator),
            cancellation);
        if (sent.Value > 1)
        {
            await RegistrationSignals.TellAsync(processes, new RegistrationInput(invitation, sent.Value - 1), cancellation);
        }

        await RegistrationSignals.StartOnceAsync(processes, new RegistrationInput(invitation, sent.Value), cancellation);
    }

    private Result<(Invitation, int)> Renewed(Invitation current, Collaborator collaborator)
    {
        var kind = current.Email == collaborator.Email ? InvitationEventKind.Resent : InvitationEventKind.AddressCorrected;
        var renewed = current.Renew(collaborator.Email, secrets.NewNonce(), kind, clock.GetUtcNow()) with { AskedFor = collaborator.Asking };
        return (renewed, renewed.Generation);
    }

    // A link by which somebody has registered at another address is theirs for good: the one who is meant gets another.
    private async Task<InvitationId?> FindLinkAsync(Collaborator collaborator, CancellationToken cancellation) =>
        collaborator.Invitation is { } id && await invitations.FindAsync(id, cancellation) is { Record: { Progress.Account: not null } used } && used.Email != collaborator.Email
            ? null
            : collaborator.Invitation;

    private async Task WithdrawOtherAsync(InvitationId id, string email, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(id, cancellation) is { Record: var sent } && sent.Email != email)
        {
            await WithdrawAsync(id, processes, cancellation);
        }
    }

    private async Task WithdrawAsync(InvitationId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        var ended = await invitations.ChangeAsync<(bool Ended, int Generation)>(
            id,
            invitation => invitation is { Ending: null, Progress.Account: null }
                ? (invitation.End(RegistrationStage.Withdrawn, InvitationEventKind.Withdrawn, clock.GetUtcNow()), (true, invitation.Generation))
                : (invitation, (false, invitation.Generation)),
            cancellation);
        if (ended is { Refusal: null, Value: { Ended: true } now })
        {
            await RegistrationSignals.ChangedAsync(processes, id, now.Generation, now.Generation, cancellation);
        }
    }

    // The emails before this one took their time.
    private async Task<bool> IsStillInAsync(CollaborationInput input, Collaborator collaborator, CancellationToken cancellation) =>
        await collaborations.FindAsync(input.Practice, input.Collaboration, cancellation) is { Record: { IsClosed: false } record }
        && record.Find(collaborator.Contact) is { IsIn: true } current && current.AddedAt == collaborator.AddedAt;

    // Of the same one: somebody who was taken out and put in again meanwhile is another.
    private async Task ChangeAsync(
        CollaborationInput input, Collaborator collaborator, Func<Collaborator, Collaborator> change, CancellationToken cancellation) =>
        await collaborations.ChangeAsync<Done>(
            input.Practice,
            input.Collaboration,
            record => record.Find(collaborator.Contact) is { } current && current.AddedAt == collaborator.AddedAt && change(current) is var changed && changed != current
                ? (record.With(changed), Done.Instance)
                : (record, Done.Instance),
            cancellation);

    // A colleague's birth date is in no directory: the email and the telephone prove who they are.
    private Invitation New(CollaborationInput input, Collaboration record, Collaborator collaborator, Practice practice)
    {
        var now = clock.GetUtcNow();
        return new Invitation(
            InvitationKind.Collaborator,
            input.Practice,
            record.Starter,
            collaborator.Contact.Value,
            Case: null,
            Thread: null,
            collaborator.Email,
            practice.Language,
            AsksBirthDate: false,
            Generation: 1,
            secrets.NewNonce(),
            now,
            Ending: null,
            RegistrationProgress.Start(asksBirthDate: false),
            [new InvitationEvent(InvitationEventKind.Queued, now)])
        {
            Collaboration = input.Collaboration,
            AskedFor = collaborator.Asking,
        };
    }
}
