using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Import;

/// <summary>For managers: an import writes into everybody's records at once.</summary>
public sealed class FhirImportFunctions(Edge edge, FhirImportHandler handler)
{
    private const string Many = "practices/{practiceId:guid}/imports";
    private const string One = Many + "/{importId:guid}";

    [Function(nameof(GetImports))]
    public Task<IResult> GetImports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ImportsListed),
            caller => handler.ListAsync(caller.Practice, request.Query["cursor"], cancellation),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(BeginImport))]
    public Task<IResult> BeginImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.ImportBegun);
        return edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            note,
            async caller =>
            {
                var begun = await RequestBody.ReadAsync<ImportForm>(request, RequestBody.DefaultLimit, cancellation)
                    .ThenAsync(form => handler.BeginAsync(caller, form, cancellation));
                note.Subject = begun.Refusal is null ? begun.Value.Import.ImportId.ToString() : null;
                return begun;
            },
            Answers.Created);
    }

    [Function(nameof(CompleteImport))]
    public Task<IResult> CompleteImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/complete")] HttpRequest request,
        Guid practiceId,
        Guid importId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        ImportAsync(
            request,
            practiceId,
            importId,
            AuditAction.ImportCompleted,
            (caller, id) => RequestBody.ReadAsync<BlocksForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => handler.CompleteAsync(caller.Practice, id, form, processes, cancellation)),
            answer => answer.State == ImportState.Running ? Answers.Accepted(answer) : Answers.Ok(answer));

    [Function(nameof(GetImport))]
    public Task<IResult> GetImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid importId,
        CancellationToken cancellation) =>
        ImportAsync(
            request,
            practiceId,
            importId,
            AuditAction.ImportRead,
            (caller, id) => handler.ReadAsync(caller.Practice, id, cancellation),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(GetImportReport))]
    public Task<IResult> GetImportReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One + "/report")] HttpRequest request,
        Guid practiceId,
        Guid importId,
        CancellationToken cancellation) =>
        ImportAsync(
            request,
            practiceId,
            importId,
            AuditAction.ImportReportRead,
            (caller, id) => handler.ReportAsync(caller.Practice, id, request.Query["cursor"], cancellation));

    private Task<IResult> ImportAsync<T>(
        HttpRequest request,
        Guid practiceId,
        Guid importId,
        AuditAction action,
        Func<MemberCaller, ImportId, Task<Result<T>>> use,
        Func<T, IResult>? answer = null)
    {
        var id = ImportId.From(importId);
        return edge.ManagerAsync(
            request, PracticeId.From(practiceId), new AuditNote(action) { Subject = id.ToString() }, caller => use(caller, id), answer);
    }
}
