using Collaborations.Audit;
using Collaborations.Collaborating.Tracking;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Invitations.Patients;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Correcting;

public sealed class AddressFunctions(Edge edge, CollaborationAccess access, AddressCorrector corrector, CollaborationReader reader)
{
    private const string Route = "practices/{practiceId:guid}/collaborations/{collaborationId:guid}/collaborators/{contactId:guid}/address";

    [Function(nameof(CorrectCollaboratorAddress))]
    public Task<IResult> CorrectCollaboratorAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        Guid practiceId,
        Guid collaborationId,
        Guid contactId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var (id, contact) = (CollaborationId.From(collaborationId), ContactId.From(contactId));
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.CollaboratorAddressCorrected) { Subject = contact.ToString() },
            caller => access.OpenAsync(caller, id, cancellation)
                .ThenAsync(opened => RequestBody.ReadAsync<EmailTwice>(request, RequestBody.DefaultLimit, cancellation)
                    .ThenAsync(form => corrector.CorrectAsync(opened, contact, form, processes, cancellation)))
                .ThenAsync(opened => reader.ReadAsync(opened, cancellation)));
    }
}
