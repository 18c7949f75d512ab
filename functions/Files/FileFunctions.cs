using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Talks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Files;

public sealed class FileFunctions(Edge edge, Seats seats, FileHandler handler)
{
    private const string One = "files/{fileId:guid}";

    [Function(nameof(BeginThreadFile))]
    public Task<IResult> BeginThreadFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "threads/{threadId:guid}/files")] HttpRequest request,
        Guid threadId,
        CancellationToken cancellation)
    {
        var id = ThreadId.From(threadId);
        var note = new AuditNote(AuditAction.FileBegun) { Subject = id.ToString() };
        return edge.AccountAsync(
            request,
            note,
            caller => seats.FindAsync(caller, id, cancellation).ThenAsync(seat =>
            {
                note.Practice = seat.Record.Practice;
                return seat.WhyClosed is { } closed
                    ? Task.FromResult<Result<UploadAnswer>>(closed)
                    : RequestBody.ReadAsync<FileForm>(request, RequestBody.DefaultLimit, cancellation)
                        .ThenAsync(form => handler.BeginAsync(form, PlaceOf(seat), cancellation));
            }),
            Answers.Created);
    }

    [Function(nameof(CompleteFile))]
    public Task<IResult> CompleteFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/complete")] HttpRequest request,
        Guid fileId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        FileAsync(
            request,
            fileId,
            AuditAction.FileCompleted,
            seat => RequestBody.ReadAsync<BlocksForm>(request, 4 * RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => handler.CompleteAsync(seat, form, processes, cancellation)),
            cancellation,
            answer => answer.State == FileState.Checking ? Answers.Accepted(answer) : Answers.Ok(answer));

    [Function(nameof(GetFile))]
    public Task<IResult> GetFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, Guid fileId, CancellationToken cancellation) =>
        FileAsync(
            request,
            fileId,
            AuditAction.FileSeen,
            seat => Task.FromResult(Result<FileAnswer>.FromValue(FileAnswer.Of(seat.Id, seat.File.Record))),
            cancellation);

    [Function(nameof(GetFileAddress))]
    public Task<IResult> GetFileAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One + "/address")] HttpRequest request, Guid fileId, CancellationToken cancellation) =>
        FileAsync(
            request,
            fileId,
            AuditAction.FileOpened,
            seat => handler.AddressAsync(seat, request.Query["purpose"] == "download", cancellation),
            cancellation);

    [Function(nameof(DiscardFile))]
    public Task<IResult> DiscardFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, Guid fileId, CancellationToken cancellation) =>
        FileAsync(request, fileId, AuditAction.FileDiscarded, seat => handler.DiscardAsync(seat, cancellation), cancellation, Answers.NoContent);

    private static FileRecord PlaceOf(Seat seat) => new(
        seat.Record.Practice,
        seat.Record.Case ?? default,
        seat.Id,
        seat.Reader,
        seat.Side == Side.Patient,
        string.Empty,
        string.Empty,
        FileKind.Other,
        0,
        FileState.Uploading,
        Reason: null,
        default,
        Message: null);

    private Task<IResult> FileAsync<T>(
        HttpRequest request,
        Guid fileId,
        AuditAction action,
        Func<FileSeat, Task<Result<T>>> use,
        CancellationToken cancellation,
        Func<T, IResult>? answer = null)
    {
        var id = FileId.From(fileId);
        var note = new AuditNote(action) { Subject = id.ToString() };
        return edge.AccountAsync(
            request,
            note,
            caller => handler.OpenAsync(caller, id, Identifier.TryParse<CollaborationId>(request.Query["collaboration"]), cancellation).ThenAsync(seat =>
            {
                note.Practice = seat.File.Record.Practice;
                return use(seat);
            }),
            answer);
    }
}
