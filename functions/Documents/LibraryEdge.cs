using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Documents;

/// <summary>What the routes of a patient's library and of the practice's have in common.</summary>
public sealed class LibraryEdge(Edge edge, LibraryReader reader, DocumentHandler handler)
{
    public Task<IResult> ListAsync(HttpRequest request, AuditAction action, LibraryPlace place, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            place.Practice,
            new AuditNote(action) { Subject = place.Patient?.ToString() },
            _ => QueryOf(request, place).ThenAsync(query => reader.PageAsync(place, query, cancellation)),
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    public Task<IResult> BeginAsync(HttpRequest request, LibraryPlace place, CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.DocumentBegun) { Subject = place.Patient?.ToString() };
        return edge.MemberAsync(
            request,
            place.Practice,
            note,
            async caller =>
            {
                var begun = await RequestBody.ReadAsync<NewDocumentForm>(request, RequestBody.DefaultLimit, cancellation)
                    .ThenAsync(form => handler.BeginAsync(caller, place, form, cancellation));
                note.Subject = begun.Refusal is null ? begun.Value.File.FileId.ToString() : note.Subject;
                return begun;
            },
            Answers.Created);
    }

    public Task<IResult> ChangeAsync(HttpRequest request, LibraryPlace place, FileId id, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            place.Practice,
            new AuditNote(AuditAction.DocumentChanged) { Subject = id.ToString() },
            _ => RequestBody.ReadAsync<DocumentForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => handler.ChangeAsync(place, id, form, Answers.ExpectedVersion(request), cancellation)));

    public Task<IResult> RemoveAsync(HttpRequest request, LibraryPlace place, FileId id, DurableTaskClient processes, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            place.Practice,
            new AuditNote(AuditAction.DocumentRemoved) { Subject = id.ToString() },
            _ => handler.RemoveAsync(place, id, processes, cancellation),
            Answers.NoContent);

    public Task<IResult> RestoreAsync(HttpRequest request, LibraryPlace place, FileId id, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            place.Practice,
            new AuditNote(AuditAction.DocumentRestored) { Subject = id.ToString() },
            _ => handler.RestoreAsync(place, id, cancellation));

    private static Result<LibraryQuery> QueryOf(HttpRequest request, LibraryPlace place)
    {
        Shelf? shelf = (request.Query["shelf"].ToString(), place.Patient) switch
        {
            ("correspondence", not null) => Shelf.Correspondence,
            ("images", not null) => Shelf.Images,
            _ => null,
        };
        return shelf is null && request.Query["shelf"].ToString().Length > 0
            ? new ShelfNotHere()
            : new LibraryQuery(shelf, request.Query["sort"] == "title", request.Query["removed"] == "true", request.Query["cursor"]);
    }
}
