using Collaborations.Accounts.Profile;
using Collaborations.Accounts.SignIn;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Passkeys;

/// <summary>Passkeys: those of one's own account, and signing in with one.</summary>
public sealed class PasskeyFunctions(Edge edge, PasskeyHandler handler, PasskeySignIn signIn)
{
    [Function(nameof(GetPasskeyOptions))]
    public Task<IResult> GetPasskeyOptions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/passkeys/options")] HttpRequest request, CancellationToken cancellation) =>
        edge.AccountStepAsync<PasswordOnly, PasskeyOptions>(
            request, AuditAction.PasskeyAsked, (caller, body) => handler.BeginAsync(request, caller, body, cancellation), cancellation);

    [Function(nameof(AddPasskey))]
    public Task<IResult> AddPasskey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/passkeys")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<PasskeyCredential, AccountAnswer>(
            request, AuditAction.PasskeyAdded, (caller, body) => handler.AddAsync(request, caller, body, processes, cancellation), cancellation);

    [Function(nameof(RemovePasskey))]
    public Task<IResult> RemovePasskey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/passkeys/{passkeyId:guid}/remove")] HttpRequest request,
        Guid passkeyId,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AccountStepAsync<PasswordOnly, AccountAnswer>(
            request,
            AuditAction.PasskeyRemoved,
            (caller, body) => handler.RemoveAsync(caller, PasskeyId.From(passkeyId), body, processes, cancellation),
            cancellation);

    /// <summary>Says nothing of anybody, so it leaves no line.</summary>
    [Function(nameof(GetPasskeySignInOptions))]
    public Task<IResult> GetPasskeySignInOptions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/passkey/options")] HttpRequest request) =>
        edge.AnonymousAsync(request, note: null, () => Task.FromResult<Result<PasskeyOptions>>(signIn.Begin(request)));

    [Function(nameof(SignInWithPasskey))]
    public Task<IResult> SignInWithPasskey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/passkey")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<PasskeyCredential, SignInState>(
            request, AuditAction.SignedIn, (body, note) => signIn.EndAsync(request, body, note, processes, cancellation), cancellation);
}
