using Collaborations.Collaborating.Process;
using Collaborations.Identifiers;
using Collaborations.Invitations;

namespace Collaborations.Collaborating.Announcing;

/// <summary>What a registration does for a collaboration: its link goes out with the email that announces it, and what became of it is noted there.</summary>
public sealed class CollaborationLinks(CollaborationStore collaborations, CollaborationDeliveries deliveries, CollaborationMail mail)
{
    public async Task SendAsync(Invitation invitation, MailSend send, Uri link, int reminder, CancellationToken cancellation)
    {
        if (invitation.Collaboration is not { } id
            || await collaborations.FindAsync(invitation.Practice, id, cancellation) is not { Record: { IsClosed: false } record }
            || record.Find(ContactId.From(invitation.Subject)) is not { IsIn: true, ReadAt: null } collaborator)
        {
            return;
        }

        if (reminder > 0)
        {
            await mail.RemindAsync(send with { Process = null }, invitation.Practice, record, collaborator, link, cancellation);
            return;
        }

        await mail.SendAsync(send, invitation.Practice, record, collaborator, link, cancellation);
        await NoteAsync(invitation, CollaboratorDelivery.Sent, cancellation);
    }

    public async Task NoteAsync(Invitation invitation, CollaboratorDelivery delivery, CancellationToken cancellation)
    {
        if (invitation.Collaboration is { } id)
        {
            await deliveries.NoteAsync(invitation.Practice, id, ContactId.From(invitation.Subject), delivery, cancellation);
        }
    }
}
