using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Practices;

public sealed class NewPracticeFunctions(OperatorGate gate, PracticeMaker maker)
{
    [Function(nameof(MakePractice))]
    public Task<IResult> MakePractice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/practices")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        MadeAsync(
            request,
            AuditAction.PracticeMade,
            () => RequestBody.ReadAsync<NewPractice>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => maker.MakeAsync(form, processes, cancellation)));

    [Function(nameof(InviteFirstManager))]
    public Task<IResult> InviteFirstManager(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/practices/{practiceId:guid}/invitation")] HttpRequest request,
        Guid practiceId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        MadeAsync(
            request, AuditAction.FirstManagerInvited, () => maker.InviteAgainAsync(PracticeId.From(practiceId), processes, cancellation));

    private Task<IResult> MadeAsync(HttpRequest request, AuditAction action, Func<Task<Result<MadePractice>>> use)
    {
        var note = new AuditNote(action);
        return gate.RunAsync(
            request,
            note,
            () => use().MapAsync(made =>
            {
                note.Subject = made.PracticeId.ToString();
                return made;
            }),
            Answers.Created);
    }
}
