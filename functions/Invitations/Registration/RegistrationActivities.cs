using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Collaborating;
using Collaborations.Collaborating.Announcing;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Security;
using Collaborations.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Invitations.Registration;

/// <param name="Registration">Which.</param>
/// <param name="Reminder">0 for the invitation itself.</param>
public sealed record InvitationSend(RegistrationInput Registration, int Reminder);

public sealed record InvitationDelivery(RegistrationInput Registration, DeliveryOutcome Outcome);

/// <param name="Registration">Which.</param>
/// <param name="Kind">What the inviter is told.</param>
/// <param name="Process">Names the send; null for the registration's own process, which tells each kind once.</param>
public sealed record InviterNotice(RegistrationInput Registration, EmailKind Kind, string? Process = null);

/// <summary>What the registration orchestration does. Each looks at the record first: a link that is over is not sent.</summary>
public sealed class RegistrationActivities(
    InvitationStore invitations,
    KnownAccounts known,
    DerivedSecrets secrets,
    NoticeSender notices,
    CollaborationLinks collaborations,
    Mailer mailer,
    Links links,
    SendIds sends,
    Measures measures,
    TimeProvider clock)
{
    [Function(nameof(SendInvitation))]
    public async Task SendInvitation([ActivityTrigger] InvitationSend input, CancellationToken cancellation)
    {
        var (id, generation) = input.Registration;
        if (await invitations.FindAsync(id, cancellation) is not { Record: var invitation }
            || invitation.Generation != generation
            || invitation.StageAt(clock.GetUtcNow()) >= RegistrationStage.SignIn
            || !secrets.HasLink(invitation.Nonce))
        {
            return;
        }

        measures.Taken(input.Reminder == 0 ? QueuedWork.Invitation : QueuedWork.Reminder, invitation.SentAt + RegistrationJourney.DueAfter(input.Reminder));
        var process = RegistrationOrchestration.InstanceOf(id, generation);
        var token = secrets.LinkToken(Invitation.LinkPurpose, id.Value, generation, invitation.Nonce);
        var send = sends.Of(process, input.Reminder.ToString(CultureInfo.InvariantCulture));
        var taken = invitation.Kind == InvitationKind.Collaborator
            ? await collaborations.SendAsync(invitation, new MailSend(send, process), links.Registration(token), input.Reminder, cancellation)
            : await SendAsync(invitation, new MailSend(send, process), links.Registration(token), input.Reminder, cancellation);
        if (taken is null)
        {
            return;
        }

        if (taken == false)
        {
            await NoteDelivery(new InvitationDelivery(input.Registration, DeliveryOutcome.Bounced), cancellation);
            await notices.TellInviterAsync(id, EmailKind.InvitationBounced, process, cancellation);
            return;
        }

        await invitations.NoteAsync(id, input.Reminder == 0 ? InvitationEventKind.Sent : InvitationEventKind.Reminded, cancellation);
    }

    /// <summary>
    /// What the orchestration waits for. A first sign-in that has not come by day 30 may still come, and ends the registration on the record; nothing
    /// is timed for it any more, so the orchestration is over. One whose time is up is ended on the record here too: something else may have made the
    /// orchestration look before its timer fired.
    /// </summary>
    [Function(nameof(ReadStage))]
    public async Task<RegistrationStage> ReadStage([ActivityTrigger] RegistrationInput input, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(input.Invitation, cancellation) is not { Record: var invitation } || invitation.Generation != input.Generation)
        {
            return RegistrationStage.Replaced;
        }

        var now = clock.GetUtcNow();
        var stage = invitation.StageAt(now);
        if (stage == RegistrationStage.Expired && invitation.Ending is null)
        {
            await ExpireInvitation(input, cancellation);
        }

        return stage == RegistrationStage.SignIn && now >= invitation.ExpiresAt ? RegistrationStage.Expired : stage;
    }

    /// <summary>Once more, should the step that found or made the account have been cut off before the account knew of its registration.</summary>
    [Function(nameof(JoinAccount))]
    public async Task JoinAccount([ActivityTrigger] RegistrationInput input, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(input.Invitation, cancellation) is { Record: { Ending: null, Progress.Account: { } account } })
        {
            await known.JoinAsync(account, input.Invitation, cancellation);
        }
    }

    [Function(nameof(NoteDelivery))]
    public async Task NoteDelivery([ActivityTrigger] InvitationDelivery input, CancellationToken cancellation)
    {
        var delivered = input.Outcome == DeliveryOutcome.Delivered;
        var noted = await invitations.ChangeAsync<Invitation>(
            input.Registration.Invitation,
            invitation => invitation.Generation == input.Registration.Generation
                ? Noted(invitation.Note(delivered ? InvitationEventKind.Delivered : InvitationEventKind.Bounced, clock.GetUtcNow()))
                : new LinkNotOpen(),
            cancellation);
        if (noted is { Refusal: null, Value: var current })
        {
            await collaborations.NoteAsync(current, delivered ? CollaboratorDelivery.Delivered : CollaboratorDelivery.Bounced, cancellation);
        }
    }

    [Function(nameof(ExpireInvitation))]
    public async Task ExpireInvitation([ActivityTrigger] RegistrationInput input, CancellationToken cancellation)
    {
        var ended = await invitations.ChangeAsync<Invitation>(
            input.Invitation,
            invitation => invitation.Generation == input.Generation && invitation is { Ending: null, Progress.Account: null }
                ? Noted(invitation.End(RegistrationStage.Expired, InvitationEventKind.Expired, clock.GetUtcNow()))
                : Noted(invitation),
            cancellation);
        if (ended is { Refusal: null, Value: { Ending: RegistrationStage.Expired } current })
        {
            await collaborations.NoteAsync(current, CollaboratorDelivery.Expired, cancellation);
        }
    }

    [Function(nameof(TellInviter))]
    public Task TellInviter([ActivityTrigger] InviterNotice input, CancellationToken cancellation) =>
        notices.TellInviterAsync(
            input.Registration.Invitation,
            input.Kind,
            input.Process ?? RegistrationOrchestration.InstanceOf(input.Registration.Invitation, input.Registration.Generation),
            cancellation);

    private static Result<(Invitation, Invitation)> Noted(Invitation invitation) => (invitation, invitation);

    private async Task<bool> SendAsync(Invitation invitation, MailSend send, Uri link, int reminder, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string>
        {
            ["practice"] = await notices.NameOfAsync(invitation.Practice, cancellation),
            ["member"] = await notices.NameOfAsync(invitation.Practice, invitation.Inviter, cancellation),
            ["until"] = invitation.ExpiresAt.ToString("D", Languages.Culture(invitation.Language)),
        };
        return await mailer.SendAsync(
            send.Id,
            send.Process,
            invitation.Email,
            invitation.Language,
            reminder == 0 ? EmailKind.Invitation : EmailKind.InvitationReminder,
            values,
            link,
            cancellation);
    }
}
