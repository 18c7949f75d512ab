using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Proofs;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Reset;

/// <summary>Body of <c>POST /password-resets</c>.</summary>
public sealed record PasswordResetRequest(string Email);

/// <summary>What the pages of a reset show.</summary>
public sealed record PasswordResetState(
    ProofStage Step, Language Language, IReadOnlyList<ProofPhone> Phones, CodeState? Code, PasswordRules? PasswordRules);

/// <summary>The new password is set; its owner signs in, with this address.</summary>
public sealed record PasswordResetFinished(string Email);

/// <summary>See the readme of the accounts folder for its states.</summary>
public sealed class PasswordResetHandler(
    ProofGate gate,
    ProofSteps steps,
    ProofReader reader,
    AccountStore accounts,
    AccountEmailStore emails,
    PasswordChoice choice,
    PasswordReset reset,
    ClientAddress addresses,
    Throttle throttle,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int RequestsPerSource = 20;

    /// <summary>The same for every address: what follows happens after the answer.</summary>
    public async Task<Result<Done>> AskAsync(
        HttpRequest request, PasswordResetRequest body, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (!EmailAddress.TryRead(body.Email, out var email))
        {
            return new EmailMalformed("email");
        }

        var source = addresses.Of(request);
        if (await throttle.TakeAsync("password-reset", source, RequestsPerSource, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyRequests(wait);
        }

        var proof = ids.New<ProofId>();
        await ProcessGate.StartAsync(
            processes,
            nameof(PasswordResetOrchestration),
            ProofWait.InstanceOf(proof),
            new PasswordResetInput(proof, emails.DigestOf(email)),
            cancellation);
        return Done.Instance;
    }

    public Task<Result<PasswordResetState>> ReadAsync(HttpRequest request, AuditNote note, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation).ThenAsync(open =>
        {
            gate.BrowserOf(request);
            return ReadAsync(open, cancellation);
        });

    public Task<Result<PasswordResetState>> ChooseAsync(
        HttpRequest request, DeliveryChoice body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation)
            .ThenAsync(open => steps.ChooseAsync(request, open, body, processes, cancellation))
            .ThenAsync(open => ReadAsync(open, cancellation));

    public Task<Result<PasswordResetState>> ResendAsync(
        HttpRequest request, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation)
            .ThenAsync(open => steps.ResendAsync(open, processes, cancellation))
            .ThenAsync(open => ReadAsync(open, cancellation));

    public Task<Result<PasswordResetState>> AnswerAsync(HttpRequest request, CodeAnswer body, AuditNote note, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation)
            .ThenAsync(open => steps.AnswerAsync(open, body, cancellation))
            .ThenAsync(open => ReadAsync(open, cancellation));

    /// <summary>Uses the link up, ends every session and every lock, and signs nobody in (OWASP Forgot Password Cheat Sheet).</summary>
    public Task<Result<PasswordResetFinished>> SetPasswordAsync(
        HttpRequest request, NewPassword body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation).ThenAsync(async open =>
        {
            var due = await gate.StepAsync<AccountId>(open, [ProofStage.Proved], proof => (proof, proof.Account), cancellation);
            return await due
                .ThenAsync(_ => HashAsync(open, body, cancellation))
                .ThenAsync(password => gate.StepAsync<NewPasswordRecord>(
                    open,
                    [ProofStage.Proved],
                    proof => Use(proof, new NewPasswordRecord(password, clock.GetUtcNow())),
                    cancellation))
                .ThenAsync(async password =>
                {
                    // The link is used up: what it was for is done also where the client is gone.
                    await ProofWait.TellAsync(processes, open.Id, CancellationToken.None);
                    return await reset.ApplyAsync(open.Proof.Account, password, CancellationToken.None);
                })
                .MapAsync(email => new PasswordResetFinished(email));
        });

    private static Result<(PhoneProof, NewPasswordRecord)> Use(PhoneProof proof, NewPasswordRecord password) =>
        (proof with { Used = true, Password = password }, password);

    private Task<Result<OpenProof>> OpenAsync(HttpRequest request, AuditNote note, CancellationToken cancellation) =>
        gate.OpenAsync(request, ProofKind.PasswordReset, note, cancellation);

    private Task<Result<PasswordResetState>> ReadAsync(OpenProof open, CancellationToken cancellation) =>
        reader.ReadAsync(open, cancellation).ThenAsync<ProofView, PasswordResetState>(async view => new PasswordResetState(
            view.Stage,
            view.Account.Language,
            view.Phones,
            view.Code,
            view.Stage == ProofStage.Proved ? await choice.RulesAsync(open.Proof.Account, view.Account, cancellation) : null));

    private async Task<Result<PasswordRecord>> HashAsync(OpenProof open, NewPassword body, CancellationToken cancellation) =>
        await accounts.FindAsync(open.Proof.Account, cancellation) is { Record: var account }
            ? await choice.HashAsync(open.Proof.Account, account, body, cancellation)
            : new LinkNotOpen();
}
