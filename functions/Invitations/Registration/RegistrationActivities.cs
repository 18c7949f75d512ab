using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Security;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Invitations.Registration;

/// <param name="Registration">Which.</param>
/// <param name="Reminder">0 for the invitation itself.</param>
public sealed record InvitationSend(RegistrationInput Registration, int Reminder);

public sealed record InvitationDelivery(RegistrationInput Registration, DeliveryOutcome Outcome);

public sealed record InviterNotice(RegistrationInput Registration, EmailKind Kind);

/// <summary>What the registration orchestration does. Each looks at the record first: a link that is over is not sent.</summary>
public sealed class RegistrationActivities(
    InvitationStore invitations, KnownAccounts known, DerivedSecrets secrets, NoticeSender notices, Mailer mailer, Links links, SendIds sends, TimeProvider clock)
{
    [Function(nameof(SendInvitation))]
    public async Task SendInvitation([ActivityTrigger] InvitationSend input, CancellationToken cancellation)
    {
        var (id, generation) = input.Registration;
        if (await invitations.FindAsync(id, cancellation) is not { Record: var invitation }
            || invitation.Generation != generation || invitation.StageAt(clock.GetUtcNow()) >= RegistrationStage.SignIn)
        {
            return;
        }

        var process = RegistrationOrchestration.InstanceOf(id, generation);
        var token = secrets.LinkToken(Invitation.LinkPurpose, id.Value, generation, invitation.Nonce);
        var values = new Dictionary<string, string>
        {
            ["practice"] = await notices.NameOfAsync(invitation.Practice, cancellation),
            ["member"] = await notices.NameOfAsync(invitation.Practice, invitation.Inviter, cancellation),
            ["until"] = invitation.ExpiresAt.ToString("D", Languages.Culture(invitation.Language)),
        };
        await mailer.SendAsync(
            sends.Of(process, input.Reminder.ToString(CultureInfo.InvariantCulture)),
            process,
            invitation.Email,
            invitation.Language,
            input.Reminder == 0 ? EmailKind.Invitation : EmailKind.InvitationReminder,
            values,
            links.Registration(token),
            cancellation);
        await invitations.NoteAsync(id, input.Reminder == 0 ? InvitationEventKind.Sent : InvitationEventKind.Reminded, cancellation);
    }

    [Function(nameof(ReadStage))]
    public async Task<RegistrationStage> ReadStage([ActivityTrigger] RegistrationInput input, CancellationToken cancellation) =>
        await invitations.FindAsync(input.Invitation, cancellation) is { Record: var invitation } && invitation.Generation == input.Generation
            ? invitation.StageAt(clock.GetUtcNow())
            : RegistrationStage.Replaced;

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
    public async Task NoteDelivery([ActivityTrigger] InvitationDelivery input, CancellationToken cancellation) =>
        await invitations.ChangeAsync<Done>(
            input.Registration.Invitation,
            invitation => (
                invitation.Generation == input.Registration.Generation
                    ? invitation.Note(
                        input.Outcome == DeliveryOutcome.Delivered ? InvitationEventKind.Delivered : InvitationEventKind.Bounced, clock.GetUtcNow())
                    : invitation,
                Done.Instance),
            cancellation);

    [Function(nameof(ExpireInvitation))]
    public async Task ExpireInvitation([ActivityTrigger] RegistrationInput input, CancellationToken cancellation) =>
        await invitations.ChangeAsync<Done>(
            input.Invitation,
            invitation => (
                invitation.Generation == input.Generation && invitation is { Ending: null, Progress.Account: null }
                    ? invitation.End(RegistrationStage.Expired, InvitationEventKind.Expired, clock.GetUtcNow())
                    : invitation,
                Done.Instance),
            cancellation);

    [Function(nameof(TellInviter))]
    public Task TellInviter([ActivityTrigger] InviterNotice input, CancellationToken cancellation) =>
        notices.TellInviterAsync(
            input.Registration.Invitation,
            input.Kind,
            RegistrationOrchestration.InstanceOf(input.Registration.Invitation, input.Registration.Generation),
            cancellation);
}
