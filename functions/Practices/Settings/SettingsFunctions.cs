using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Practices.Settings;

public sealed class SettingsFunctions(Edge edge, SettingsHandler handler)
{
    private const string Route = "practices/{practiceId:guid}/settings";

    [Function(nameof(GetPracticeSettings))]
    public Task<IResult> GetPracticeSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, Guid practiceId, CancellationToken cancellation)
    {
        var practice = PracticeId.From(practiceId);
        return edge.ManagerAsync(
            request,
            practice,
            Note(AuditAction.SettingsRead, practice),
            _ => handler.ReadAsync(practice, cancellation),
            read => Answers.Versioned(request, read.Settings, read.Version));
    }

    [Function(nameof(ChangePracticeSettings))]
    public Task<IResult> ChangePracticeSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        Guid practiceId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var practice = PracticeId.From(practiceId);
        return edge.ManagerAsync(
            request,
            practice,
            Note(AuditAction.SettingsChanged, practice),
            _ => RequestBody.ReadAsync<PracticeSettings>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => handler.ChangeAsync(practice, body, Answers.ExpectedVersion(request), processes, cancellation)),
            read => Answers.Versioned(request, read.Settings, read.Version));
    }

    private static AuditNote Note(AuditAction action, PracticeId practice) => new(action) { Subject = practice.ToString() };
}
