using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.PatientInfo;

public sealed class PatientInfoFunctions(Edge edge, PatientInfoPreview preview)
{
    [Function(nameof(ShowPatientInfo))]
    public Task<IResult> ShowPatientInfo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "practices/{practiceId:guid}/patients/{patientId:guid}/information/{kind}")] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        string kind,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.PatientInfoShown) { Subject = id.ToString() },
            caller => KindOf(kind).ThenAsync(one => preview.ShowAsync(new PatientInfoOrder(caller.Practice, id, one, caller.Id), processes, cancellation)));
    }

    private static Result<PatientInfoKind> KindOf(string kind) =>
        Enum.GetValues<PatientInfoKind>().Cast<PatientInfoKind?>().FirstOrDefault(each => each.ToString()!.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } known
            ? known
            : new PatientInfoKindUnknown();
}
