using Collaborations.Audit;
using Collaborations.Cases;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Export;

/// <summary>For members: what an export holds, its asker could read one by one.</summary>
public sealed class FhirExportFunctions(Edge edge, CaseAccess access, FhirExportHandler handler)
{
    private const string Practice = "practices/{practiceId:guid}";

    [Function(nameof(ExportPatient))]
    public Task<IResult> ExportPatient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Practice + "/patients/{patientId:guid}/exports")] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.PatientExported) { Subject = id.ToString() },
            caller => handler.OfPatientAsync(caller, id, processes, cancellation),
            Answer);
    }

    [Function(nameof(ExportCase))]
    public Task<IResult> ExportCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Practice + "/cases/{caseId:guid}/exports")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.CaseExported) { Subject = id.ToString() },
            caller => access.OpenAsync(caller, id, cancellation).ThenAsync(opened => handler.OfCaseAsync(opened, processes, cancellation)),
            Answer);
    }

    [Function(nameof(GetExport))]
    public Task<IResult> GetExport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Practice + "/exports/{exportId:guid}")] HttpRequest request,
        Guid practiceId,
        Guid exportId,
        CancellationToken cancellation)
    {
        var id = ExportId.From(exportId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ExportRead) { Subject = id.ToString() },
            caller => handler.ReadAsync(caller, id, cancellation));
    }

    private static IResult Answer(ExportAnswer answer) => answer.State == ExportState.Running ? Answers.Accepted(answer) : Answers.Ok(answer);
}
