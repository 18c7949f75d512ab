using Collaborations.Collaborating.Process;
using Collaborations.Identifiers;
using Collaborations.Invitations;

namespace Collaborations.Collaborating.Announcing;

/// <summary>What a registration does for a collaboration: its link goes out with the email that announces it, and what became of it is noted there.</summary>
public sealed class CollaborationLinks(CollaborationStore collaborations, CollaborationDeliveries deliveries, CollaborationMail mail)
{
    /// <returns>False where the address is none; null where nothing is sent to whoever it is any more.</returns>
    public async Task<bool?> SendAsync(Invitation invitation, MailSend send, Uri link, int reminder, CancellationToken cancellation)
    {
        if (invitation.Collaboration is not { } id
            || await collaborations.FindAsync(invitation.Practice, id, cancellation) is not { Record: { IsClosed: false } record }
            || record.Find(ContactId.From(invitation.Subject)) is not { IsIn: true, ReadAt: null } collaborator)
        {
            return null;
        }

        if (reminder > 0)
        {
            return await mail.RemindAsync(send with { Process = null }, invitation.Practice, record, collaborator, link, cancellation);
        }

        var taken = await mail.SendAsync(send, invitation.Practice, record, collaborator, link, cancellation);
        if (taken)
        {
            await NoteAsync(invitation, CollaboratorDelivery.Sent, cancellation);
        }

        return taken;
    }

    public async Task NoteAsync(Invitation invitation, CollaboratorDelivery delivery, CancellationToken cancellation)
    {
        if (invitation.Collaboration is { } id)
        {
            await deliveries.NoteAsync(invitation.Practice, id, ContactId.From(invitation.Subject), delivery, cancellation);
        }
    }
}
