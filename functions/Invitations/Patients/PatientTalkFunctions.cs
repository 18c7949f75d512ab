using Collaborations.Audit;
using Collaborations.Cases;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Patients;

public sealed class PatientTalkFunctions(Edge edge, CaseAccess access, PatientTalkReader reader, PatientInviter inviter)
{
    private const string Talk = "practices/{practiceId:guid}/cases/{caseId:guid}/patient-talk";
    private const string Invitation = Talk + "/invitation";

    [Function(nameof(GetPatientTalk))]
    public Task<IResult> GetPatientTalk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Talk)] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        CancellationToken cancellation) =>
        TalkAsync(
            request,
            practiceId,
            caseId,
            new AuditNote(AuditAction.PatientTalkRead),
            _ => Task.FromResult(Result<Done>.FromValue(Done.Instance)),
            Answers.Ok,
            cancellation);

    [Function(nameof(InvitePatient))]
    public Task<IResult> InvitePatient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Invitation)] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        InvitationAsync(
            request,
            practiceId,
            caseId,
            AuditAction.PatientInvited,
            opened => RequestBody.ReadAsync<PatientInvitationForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => inviter.InviteAsync(opened, form, processes, cancellation)),
            Answers.Created,
            cancellation);

    [Function(nameof(ResendInvitation))]
    public Task<IResult> ResendInvitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Invitation + "/resend")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        InvitationAsync(
            request,
            practiceId,
            caseId,
            AuditAction.InvitationResent,
            opened => inviter.ResendAsync(opened, processes, cancellation),
            Answers.Ok,
            cancellation);

    [Function(nameof(CorrectInvitationAddress))]
    public Task<IResult> CorrectInvitationAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Invitation + "/address")] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        InvitationAsync(
            request,
            practiceId,
            caseId,
            AuditAction.InvitationCorrected,
            opened => RequestBody.ReadAsync<EmailTwice>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => inviter.CorrectAsync(opened, form, processes, cancellation)),
            Answers.Ok,
            cancellation);

    [Function(nameof(WithdrawInvitation))]
    public Task<IResult> WithdrawInvitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Invitation)] HttpRequest request,
        Guid practiceId,
        Guid caseId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        InvitationAsync(
            request,
            practiceId,
            caseId,
            AuditAction.InvitationWithdrawn,
            opened => inviter.WithdrawAsync(opened, processes, cancellation),
            Answers.Ok,
            cancellation);

    // Its line says whom it is about, as soon as the caller has proved to know them.
    private Task<IResult> InvitationAsync(
        HttpRequest request,
        Guid practiceId,
        Guid caseId,
        AuditAction action,
        Func<OpenedCase, Task<Result<Done>>> use,
        Func<PatientTalkAnswer, IResult> answer,
        CancellationToken cancellation)
    {
        var note = new AuditNote(action);
        return TalkAsync(
            request,
            practiceId,
            caseId,
            note,
            opened =>
            {
                note.Subject = opened.Case.Record.Patient.ToString();
                return use(opened);
            },
            answer,
            cancellation);
    }

    private Task<IResult> TalkAsync(
        HttpRequest request,
        Guid practiceId,
        Guid caseId,
        AuditNote note,
        Func<OpenedCase, Task<Result<Done>>> use,
        Func<PatientTalkAnswer, IResult> answer,
        CancellationToken cancellation)
    {
        var id = CaseId.From(caseId);
        note.Subject = id.ToString();
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => access.OpenMineAsync(caller, id, cancellation)
                .ThenAsync(opened => use(opened).ThenAsync(_ => reader.ReadAsync(opened, cancellation))),
            answer);
    }
}
