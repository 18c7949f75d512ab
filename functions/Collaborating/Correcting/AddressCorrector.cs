using Collaborations.Accounts;
using Collaborations.Collaborating.Process;
using Collaborations.Collaborating.Starting;
using Collaborations.Collaborating.Tracking;
using Collaborations.Identifiers;
using Collaborations.Invitations.Patients;
using Collaborations.Messaging;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Correcting;

/// <summary>
/// Sends a running collaboration to another address of the same colleague, as after a bounce. Whoever has the account of the old one is out with the
/// write, since access is by the address on the record; the link that went there dies, and the new address gets its own. The contact in the address
/// book stays as it is.
/// </summary>
public sealed class AddressCorrector(CollaborationStore collaborations, CollaborationBoard board, CollaborationSignals signals, TimeProvider clock)
{
    /// <param name="opened">By whom; any member who may see it, as with sending again.</param>
    /// <param name="contact">Of which collaborator.</param>
    /// <param name="form">The new address, twice.</param>
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Result<OpenedCollaboration>> CorrectAsync(
        OpenedCollaboration opened, ContactId contact, EmailTwice form, DurableTaskClient processes, CancellationToken cancellation) =>
        form.Check().ThenAsync(email => WriteAsync(opened, contact, email, processes, cancellation));

    private async Task<Result<OpenedCollaboration>> WriteAsync(
        OpenedCollaboration opened, ContactId contact, EmailAddress email, DurableTaskClient processes, CancellationToken cancellation)
    {
        var (practice, id) = (opened.Caller.Practice, opened.Id);
        var changed = await collaborations.ChangeAsync<Collaboration>(
            practice, id, record => Decide(record, contact, email, clock.GetUtcNow()).Map(after => (after, after)), cancellation);
        return await changed.ThenAsync<OpenedCollaboration>(async record =>
        {
            // It is written: a client who leaves now takes nobody's email along.
            await CollaborationSignals.ChangedAsync(processes, id, CancellationToken.None);
            await board.MoveUpAsync(practice, id, record, clock.GetUtcNow(), CancellationToken.None);
            await signals.WakeAsync(processes, new CollaborationInput(practice, id), CancellationToken.None);
            return opened with { Record = record };
        });
    }

    private static Result<Collaboration> Decide(Collaboration record, ContactId contact, EmailAddress email, DateTimeOffset now) =>
        record.Find(contact) is not { IsIn: true } collaborator ? new NotFound()
        : record.IsClosed ? new CollaborationClosed()
        : collaborator.ReadAt is not null ? new CollaboratorHasRead()
        : record.In.Any(each => each != collaborator && each.Email == email.Value) ? new AddressTwice() with { Field = "email" }
        : SendingAgain.WhyNot(collaborator.EmailTimes(), now) is { } often ? often
        : record.With(collaborator.Correct(email.Value, now));
}
