using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Records;

public sealed class RecordFunctions(Edge edge, RecordReader reader)
{
    [Function(nameof(GetRecords))]
    public Task<IResult> GetRecords(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "practices/{practiceId:guid}/patients/{patientId:guid}/records")] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.RecordsListed) { Subject = id.ToString() },
            caller => reader.PageAsync(caller.Practice, id, request.Query["kind"], request.Query["cursor"], cancellation));
    }
}
