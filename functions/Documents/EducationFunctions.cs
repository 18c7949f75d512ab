using Collaborations.Audit;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Documents;

/// <summary>What the practice gives to its patients and colleagues to read, for every member of the practice.</summary>
public sealed class EducationFunctions(LibraryEdge library)
{
    private const string Many = "practices/{practiceId:guid}/education";
    private const string One = Many + "/{documentId:guid}";

    [Function(nameof(GetEducation))]
    public Task<IResult> GetEducation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        library.ListAsync(request, AuditAction.EducationListed, PlaceOf(practiceId), cancellation);

    [Function(nameof(BeginEducation))]
    public Task<IResult> BeginEducation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        library.BeginAsync(request, PlaceOf(practiceId), cancellation);

    [Function(nameof(ChangeEducation))]
    public Task<IResult> ChangeEducation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, Guid practiceId, Guid documentId, CancellationToken cancellation) =>
        library.ChangeAsync(request, PlaceOf(practiceId), FileId.From(documentId), cancellation);

    [Function(nameof(RemoveEducation))]
    public Task<IResult> RemoveEducation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid documentId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        library.RemoveAsync(request, PlaceOf(practiceId), FileId.From(documentId), processes, cancellation);

    [Function(nameof(RestoreEducation))]
    public Task<IResult> RestoreEducation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/restore")] HttpRequest request,
        Guid practiceId,
        Guid documentId,
        CancellationToken cancellation) =>
        library.RestoreAsync(request, PlaceOf(practiceId), FileId.From(documentId), cancellation);

    private static LibraryPlace PlaceOf(Guid practice) => new(PracticeId.From(practice), Patient: null);
}
