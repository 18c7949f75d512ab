using Collaborations.Accounts.Authenticators;
using Collaborations.Accounts.Proofs;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

/// <summary>The practice asks for a code, and the account has no telephone that one could go to.</summary>
public sealed record NoPhoneForSecondStep() : Forbidden("no-phone");

public sealed record TooManySecondSteps(TimeSpan RetryAfter) : TooMany("too-many-sign-ins", RetryAfter);

/// <summary>
/// The second step of a sign-in: a code to one of the account's telephones where a practice of theirs asks for it, or the code of the
/// authenticator app that they have set up, which is then asked for always.
/// </summary>
public sealed class SecondStep(
    ProofStore proofs,
    ProofGate gate,
    ProofSteps steps,
    ProofReader reader,
    SignInEnd end,
    PracticeTies ties,
    AccountStore accounts,
    AuthenticatorCodes authenticators,
    Throttle throttle,
    IdGenerator ids,
    DerivedSecrets secrets,
    TimeProvider clock)
{
    /// <summary>Sign-ins a day that come as far as the code: who has the password guesses no more than 150 codes of a million.</summary>
    private const int StepsADay = 30;

    /// <summary>Ours, for NIST SP 800-63B-4, 3.2.2: of a million codes three are right at any time.</summary>
    private const int AuthenticatorTriesAnHour = 10;

    /// <returns>The practice on whose behalf it is asked for; null where it is not.</returns>
    public async Task<PracticeId?> IsAskedAsync(AccountId id, Account account, CancellationToken cancellation)
    {
        var practices = await ties.OfAsync(id, account, cancellation);
        return practices.FirstOrDefault(tie => tie.AsksForCode || account.Authenticator is not null)?.Id;
    }

    /// <summary>The password was right. The browser gets a cookie that the next steps prove themselves with, and no session yet.</summary>
    public async Task<Result<SignInState>> BeginAsync(
        HttpRequest request, AccountId id, Account account, PracticeId practice, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (account is { Phones.Count: 0, Authenticator: null })
        {
            return new NoPhoneForSecondStep();
        }

        if (await throttle.TakeAsync("second-step", id.ToString(), StepsADay, TimeSpan.FromDays(1), cancellation) is { } wait)
        {
            return new TooManySecondSteps(wait);
        }

        var proofId = ids.New<ProofId>();
        var proof = PhoneProof.Begin(ProofKind.SignIn, id, practice, secrets.NewNonce(), clock.GetUtcNow());
        await proofs.AddAsync(proofId, proof, cancellation);
        await ProcessGate.StartAsync(processes, nameof(SignInOrchestration), ProofWait.InstanceOf(proofId), proofId, cancellation);
        gate.SetCookie(request.HttpContext.Response, proofId, proof);
        return await ReadAsync(new OpenProof(proofId, proof, Browser: null), cancellation);
    }

    public Task<Result<SignInState>> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        OpenAsync(request, note: null, cancellation).ThenAsync(open => ReadAsync(open, cancellation));

    public Task<Result<SignInState>> ChooseAsync(
        HttpRequest request, DeliveryChoice body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation)
            .ThenAsync(open => steps.ChooseAsync(request, open, body, processes, cancellation))
            .ThenAsync(open => ReadAsync(open, cancellation));

    public Task<Result<SignInState>> ResendAsync(
        HttpRequest request, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation)
            .ThenAsync(open => steps.ResendAsync(open, processes, cancellation))
            .ThenAsync(open => ReadAsync(open, cancellation));

    /// <summary>The right code ends the sign-in, once.</summary>
    public Task<Result<SignInState>> AnswerAsync(
        HttpRequest request, CodeAnswer body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation)
            .ThenAsync(open => ProveAsync(open, body, cancellation))
            .ThenAsync(open => EndAsync(request, open, note, processes, cancellation));

    /// <summary>So does the right code of the authenticator app.</summary>
    public Task<Result<SignInState>> AnswerByAppAsync(
        HttpRequest request, CodeAnswer body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        OpenAsync(request, note, cancellation).ThenAsync(async open =>
        {
            if (await throttle.TakeAsync("authenticator", open.Proof.Account.ToString(), AuthenticatorTriesAnHour, TimeSpan.FromHours(1), cancellation) is { } wait)
            {
                return new TooManyAuthenticatorTries(wait);
            }

            var id = open.Proof.Account;
            var used = await accounts.ChangeAsync<Done>(
                id,
                account => account.Authenticator is not { } app ? new NoAuthenticator()
                    : authenticators.StepOf(id, app.Sealed, body.Code, app.LastStep, clock.GetUtcNow()) is { } step
                        ? (account with { Authenticator = app with { LastStep = step } }, Done.Instance)
                        : new WrongAuthenticatorCode(),
                cancellation);
            return await used
                .ThenAsync(_ => gate.StepAsync<OpenProof>(
                    open, [ProofStage.Delivery, ProofStage.Code], proof => (proof with { Verified = true }, open), cancellation))
                .ThenAsync(_ => EndAsync(request, open, note, processes, cancellation));
        });

    // The right code, cut off before the session began, is not asked for again: the cookie is the proof's own.
    private Task<Result<OpenProof>> ProveAsync(OpenProof open, CodeAnswer body, CancellationToken cancellation) =>
        open.Proof.Verified ? Task.FromResult<Result<OpenProof>>(open) : steps.AnswerAsync(open, body, cancellation);

    private async Task<Result<SignInState>> EndAsync(
        HttpRequest request, OpenProof open, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        // What the password proved is over with the password.
        if (await accounts.FindAsync(open.Proof.Account, cancellation) is not { Record: var account } || account.PasswordSetAt > open.Proof.BegunAt)
        {
            return new LinkNotOpen();
        }

        var used = await gate.StepAsync<OpenProof>(open, [ProofStage.Proved], proof => (proof with { Used = true }, open), cancellation);
        return await used.ThenAsync(async _ =>
        {
            note.Action = AuditAction.SignedIn;
            ProofGate.ClearCookie(request.HttpContext.Response);
            await ProofWait.TellAsync(processes, open.Id, cancellation);
            return await end.BeginSessionAsync(request, open.Proof.Account, account.PasswordSetAt, processes, cancellation);
        });
    }

    private Task<Result<OpenProof>> OpenAsync(HttpRequest request, AuditNote? note, CancellationToken cancellation) =>
        gate.OpenAsync(request, ProofKind.SignIn, note, cancellation);

    private Task<Result<SignInState>> ReadAsync(OpenProof open, CancellationToken cancellation) =>
        reader.ReadAsync(open, cancellation).MapAsync(view => new SignInState(
            view.Stage == ProofStage.Code ? SignInStep.Code : SignInStep.Delivery, null, view.Phones, view.Account.Authenticator is not null, view.Code));
}
