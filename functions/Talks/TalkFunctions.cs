using System.Globalization;
using Collaborations.Audit;
using Collaborations.Cases;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Talks.Posting;
using Collaborations.Talks.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Talks;

public sealed class TalkFunctions(Edge edge, Seats seats, ThreadReader reader, PostHandler posts, ReadHandler reads, CaseAccess cases)
{
    private const string One = "threads/{threadId:guid}";

    [Function(nameof(GetThread))]
    public Task<IResult> GetThread(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, Guid threadId, CancellationToken cancellation) =>
        SeatAsync(
            request,
            threadId,
            AuditAction.ThreadRead,
            seat => reader.ReadAsync(seat, Before(request), cancellation),
            cancellation,
            answer => Answers.Versioned(request, answer, VersionTag.Of(answer)));

    [Function(nameof(GetDoctorTalk))]
    public Task<IResult> GetDoctorTalk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "practices/{practiceId:guid}/cases/{caseId:guid}/doctor-talk")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ThreadRead) { Subject = id.ToString() },
            caller => cases.OpenAsync(caller, id, cancellation)
                .ThenAsync(opened => seats.FindAsync(caller.Caller, opened.Case.Record.DoctorTalk, cancellation))
                .ThenAsync(seat => reader.ReadAsync(seat, Before(request), cancellation)));
    }

    [Function(nameof(SendMessage))]
    public Task<IResult> SendMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/messages")] HttpRequest request,
        Guid threadId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        SeatAsync(
            request,
            threadId,
            AuditAction.MessageSent,
            seat => RequestBody.ReadAsync<NewMessage>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => posts.SendAsync(seat, body, request.Headers["Idempotency-Key"], processes, cancellation))
                .ThenAsync(message => ShowAsync(seat, message, cancellation)),
            cancellation,
            Answers.Created);

    [Function(nameof(CorrectMessage))]
    public Task<IResult> CorrectMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = One + "/messages/{messageId:guid}")] HttpRequest request,
        Guid threadId,
        Guid messageId,
        CancellationToken cancellation) =>
        SeatAsync(
            request,
            threadId,
            AuditAction.MessageCorrected,
            seat => RequestBody.ReadAsync<MessageText>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => posts.CorrectAsync(seat, MessageId.From(messageId), body, cancellation))
                .ThenAsync(message => ShowAsync(seat, message, cancellation)),
            cancellation);

    [Function(nameof(WithdrawMessage))]
    public Task<IResult> WithdrawMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One + "/messages/{messageId:guid}")] HttpRequest request,
        Guid threadId,
        Guid messageId,
        CancellationToken cancellation) =>
        SeatAsync(
            request,
            threadId,
            AuditAction.MessageWithdrawn,
            seat => posts.WithdrawAsync(seat, MessageId.From(messageId), cancellation)
                .ThenAsync(message => ShowAsync(seat, message, cancellation)),
            cancellation);

    [Function(nameof(MarkRead))]
    public Task<IResult> MarkRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One + "/read")] HttpRequest request, Guid threadId, CancellationToken cancellation) =>
        SeatAsync(
            request,
            threadId,
            AuditAction.ThreadMarkedRead,
            seat => RequestBody.ReadAsync<ReadUpTo>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => reads.MarkAsync(seat, body, cancellation)),
            cancellation,
            Answers.NoContent);

    private static int? Before(HttpRequest request) =>
        int.TryParse(request.Query["before"], CultureInfo.InvariantCulture, out var before) ? before : null;

    private Task<IResult> SeatAsync<T>(
        HttpRequest request,
        Guid threadId,
        AuditAction action,
        Func<Seat, Task<Result<T>>> use,
        CancellationToken cancellation,
        Func<T, IResult>? answer = null)
    {
        var id = ThreadId.From(threadId);
        var note = new AuditNote(action) { Subject = id.ToString() };
        return edge.AccountAsync(
            request,
            note,
            caller => seats.FindAsync(caller, id, cancellation).ThenAsync(seat =>
            {
                note.Practice = seat.Record.Practice;
                return use(seat);
            }),
            answer);
    }

    private async Task<Result<MessageAnswer>> ShowAsync(Seat seat, Message message, CancellationToken cancellation) =>
        await reader.AnswerAsync(seat, message, cancellation);
}
