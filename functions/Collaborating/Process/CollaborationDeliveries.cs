using Collaborations.Identifiers;

namespace Collaborations.Collaborating.Process;

/// <summary>Notes on a collaboration what became of the email to a collaborator.</summary>
public sealed class CollaborationDeliveries(CollaborationStore collaborations)
{
    /// <summary>A report can come before the answer to the send: what is known already is not forgotten.</summary>
    public async Task NoteAsync(
        PracticeId practice, CollaborationId id, ContactId contact, CollaboratorDelivery delivery, CancellationToken cancellation) =>
        await collaborations.ChangeAsync<Done>(
            practice,
            id,
            record => record.Find(contact) is { } collaborator && delivery > collaborator.Delivery
                ? (record.With(collaborator with { Delivery = delivery }), Done.Instance)
                : (record, Done.Instance),
            cancellation);
}
