using System.Security.Cryptography;
using Collaborations.Accounts.Proofs;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.SignIn;

/// <summary>The practice asks for a code, and the account has no telephone that one could go to.</summary>
public sealed record NoPhoneForSecondStep() : Forbidden("no-phone");

public sealed record TooManySecondSteps(TimeSpan RetryAfter) : TooMany("too-many-sign-ins", RetryAfter);

/// <summary>The second step of a sign-in: a code to one of the account's telephones, where a practice of theirs asks for it.</summary>
public sealed class SecondStep(
    ProofStore proofs,
    ProofGate gate,
    ProofSteps steps,
    ProofReader reader,
    SignInEnd end,
    AffiliationStore affiliations,
    InvitationStore invitations,
    PracticeStore practices,
    Throttle throttle,
    IdGenerator ids,
    RandomNumberGenerator random,
    TimeProvider clock)
{
    /// <summary>Sign-ins a day that come as far as the code: who has the password guesses no more than 150 codes of a million.</summary>
    private const int StepsADay = 30;

    /// <returns>The practice that asks for it; null where none does.</returns>
    public async Task<PracticeId?> IsAskedAsync(AccountId id, Account account, CancellationToken cancellation)
    {
        foreach (var affiliation in await affiliations.ListAsync(id, cancellation))
        {
            if (await AsksAsync(affiliation.Practice, affiliation.Kind == AffiliationKind.Patient, cancellation))
            {
                return affiliation.Practice;
            }
        }

        foreach (var registration in account.Registrations)
        {
            if (await invitations.FindAsync(registration, cancellation) is { Record: { Ending: null } invitation }
                && await AsksAsync(invitation.Practice, invitation.Kind == InvitationKind.Patient, cancellation))
            {
                return invitation.Practice;
            }
        }

        return null;
    }

    /// <summary>The password was right. The browser gets a cookie that the next steps prove themselves with, and no session yet.</summary>
    public async Task<Result<SignInState>> BeginAsync(
        HttpRequest request, AccountId id, Account account, PracticeId practice, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (account.Phones.Count == 0)
        {
            return new NoPhoneForSecondStep();
        }

        if (await throttle.TakeAsync("second-step", id.ToString(), StepsADay, TimeSpan.FromDays(1), cancellation) is { } wait)
        {
            return new TooManySecondSteps(wait);
        }

        var proofId = ids.New<ProofId>();
        var proof = PhoneProof.Begin(ProofKind.SignIn, id, practice, DerivedSecrets.NewNonce(random), clock.GetUtcNow());
        await proofs.AddAsync(proofId, proof, cancellation);
        await ProcessGate.StartAsync(processes, nameof(SignInOrchestration), ProofWait.InstanceOf(proofId), proofId, cancellation);
        gate.SetCookie(request.HttpContext.Response, proofId, proof);
        return await ReadAsync(new OpenProof(proofId, proof, Browser: null), cancellation);
    }

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
            .ThenAsync(open => steps.AnswerAsync(open, body, cancellation))
            .ThenAsync(open => gate.StepAsync<OpenProof>(open, [ProofStage.Proved], proof => (proof with { Used = true }, open), cancellation))
            .ThenAsync(async open =>
            {
                ProofGate.ClearCookie(request.HttpContext.Response);
                await ProofWait.TellAsync(processes, open.Id, cancellation);
                return await end.BeginSessionAsync(request, open.Proof.Account, processes, cancellation);
            });

    private Task<Result<OpenProof>> OpenAsync(HttpRequest request, AuditNote note, CancellationToken cancellation) =>
        gate.OpenAsync(request, ProofKind.SignIn, note, cancellation);

    private Task<Result<SignInState>> ReadAsync(OpenProof open, CancellationToken cancellation) =>
        reader.ReadAsync(open, cancellation).MapAsync(view => new SignInState(
            view.Stage == ProofStage.Code ? SignInStep.Code : SignInStep.Delivery, null, view.Phones, view.Code));

    private async Task<bool> AsksAsync(PracticeId id, bool asPatient, CancellationToken cancellation) =>
        await practices.FindAsync(id, cancellation) is { Record: var practice }
        && (asPatient ? practice.SecondStepPatients : practice.SecondStepProfessionals);
}
