using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Patients;

public sealed class PatientFunctions(Edge edge, PatientHandler handler)
{
    private const string Many = "practices/{practiceId:guid}/patients";
    private const string One = Many + "/{patientId:guid}";

    [Function(nameof(SearchPatients))]
    public Task<IResult> SearchPatients(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.PatientsListed),
            caller => handler.SearchAsync(caller, request.Query["q"], request.Query["cursor"], cancellation));

    [Function(nameof(GetPatient))]
    public Task<IResult> GetPatient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        var note = new AuditNote(AuditAction.PatientRead) { Subject = id.ToString() };
        return edge.MemberAsync(request, PracticeId.From(practiceId), note, caller => handler.OpenAsync(caller, id, cancellation));
    }

    /// <summary>Ends a lock that came from wrong passwords.</summary>
    [Function(nameof(UnlockPatient))]
    public Task<IResult> UnlockPatient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/unlock")] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        return edge.ManagerAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.PatientUnlocked) { Subject = id.ToString() },
            caller => handler.UnlockAsync(caller.Practice, id, cancellation),
            Answers.NoContent);
    }

    [Function(nameof(CreatePatient))]
    public Task<IResult> CreatePatient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.PatientCreated);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => RequestBody.ReadAsync<PatientForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => handler.AddAsync(caller.Practice, form, cancellation))
                .ThenAsync(id =>
                {
                    note.Subject = id.ToString();
                    return handler.OpenAsync(caller, id, cancellation);
                }),
            Answers.Created);
    }

    [Function(nameof(ChangePatient))]
    public Task<IResult> ChangePatient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        Guid practiceId,
        Guid patientId,
        CancellationToken cancellation)
    {
        var id = PatientId.From(patientId);
        var note = new AuditNote(AuditAction.PatientChanged) { Subject = id.ToString() };
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => RequestBody.ReadAsync<PatientForm>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(form => handler.ChangeAsync(caller.Practice, id, form, Answers.ExpectedVersion(request), cancellation)));
    }
}
