using Collaborations.Audit;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Documents;

/// <summary>A patient's letters and pictures, for every member of the practice.</summary>
public sealed class DocumentFunctions(LibraryEdge library)
{
    private const string Many = "practices/{practiceId:guid}/patients/{patientId:guid}/documents";
    private const string One = Many + "/{documentId:guid}";

    [Function(nameof(GetDocuments))]
    public Task<IResult> GetDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, Guid patientId, CancellationToken cancellation) =>
        library.ListAsync(request, AuditAction.DocumentsListed, PlaceOf(practiceId, patientId), cancellation);

    [Function(nameof(BeginDocument))]
    public Task<IResult> BeginDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request, Guid practiceId, Guid patientId, CancellationToken cancellation) =>
        library.BeginAsync(request, PlaceOf(practiceId, patientId), cancellation);

    [Function(nameof(ChangeDocument))]
    public Task<IResult> ChangeDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        Guid documentId,
        CancellationToken cancellation) =>
        library.ChangeAsync(request, PlaceOf(practiceId, patientId), FileId.From(documentId), cancellation);

    [Function(nameof(RemoveDocument))]
    public Task<IResult> RemoveDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        Guid documentId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        library.RemoveAsync(request, PlaceOf(practiceId, patientId), FileId.From(documentId), processes, cancellation);

    [Function(nameof(RestoreDocument))]
    public Task<IResult> RestoreDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/restore")] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        Guid documentId,
        CancellationToken cancellation) =>
        library.RestoreAsync(request, PlaceOf(practiceId, patientId), FileId.From(documentId), cancellation);

    private static LibraryPlace PlaceOf(Guid practice, Guid patient) => new(PracticeId.From(practice), PatientId.From(patient));
}
