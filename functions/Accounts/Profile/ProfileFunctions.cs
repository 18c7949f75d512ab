using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Profile;

public sealed class ProfileFunctions(Edge edge, AccountHandler accounts, DeviceHandler devices, PasswordChangeHandler passwords)
{
    [Function(nameof(GetAccount))]
    public Task<IResult> GetAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(request, new AuditNote(AuditAction.AccountRead), caller => accounts.ReadAsync(caller, cancellation));

    [Function(nameof(ChangeAccount))]
    public Task<IResult> ChangeAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "account")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountStepAsync<AccountChange, AccountAnswer>(
            request, AuditAction.AccountChanged, (caller, change) => accounts.ChangeAsync(caller, change, cancellation), cancellation);

    [Function(nameof(GetDevices))]
    public Task<IResult> GetDevices(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/devices")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountAsync(request, new AuditNote(AuditAction.SessionListed), caller => devices.ListAsync(caller, cancellation));

    [Function(nameof(EndDevice))]
    public Task<IResult> EndDevice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "account/devices/{sessionId:guid}")] HttpRequest request,
        Guid sessionId,
        CancellationToken cancellation)
    {
        var id = SessionId.From(sessionId);
        var note = new AuditNote(AuditAction.DeviceSignedOut) { Subject = id.ToString() };
        return edge.AccountAsync(request, note, caller => devices.EndAsync(caller, id, cancellation), Answers.NoContent);
    }

    /// <summary>Also where the password is what keeps a session from everything else.</summary>
    [Function(nameof(ChangePassword))]
    public Task<IResult> ChangePassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/password")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.SessionAsync(
            request,
            new AuditNote(AuditAction.PasswordChanged),
            caller => RequestBody.ReadAsync<PasswordChange>(request, RequestBody.DefaultLimit, cancellation)
                .ThenAsync(body => passwords.HandleAsync(caller, body, processes, cancellation)),
            Answers.NoContent);

    /// <summary>Says nothing that its owner has not typed, so it leaves no line.</summary>
    [Function(nameof(GetPasswordRules))]
    public Task<IResult> GetPasswordRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/password-rules")] HttpRequest request, CancellationToken cancellation) =>
        edge.SessionAsync(request, note: null, caller => passwords.RulesAsync(caller, cancellation));
}
