using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Proofs;

/// <summary>The steps of a proof, the same for a password reset and for the second step of a sign-in.</summary>
public sealed class ProofSteps(
    ProofGate gate, AccountStore accounts, PracticeStore practices, ChallengeService codes, ChallengeStore challenges, CodeDispatch dispatch)
{
    private static readonly ProofStage[] Before = [ProofStage.Delivery, ProofStage.Code];

    public async Task<Result<OpenProof>> ChooseAsync(
        HttpRequest request, OpenProof open, DeliveryChoice body, DurableTaskClient processes, CancellationToken cancellation)
    {
        // Whoever asks in vain binds nothing.
        if (await FindAsync(open.Proof.Account, body.PhoneId, cancellation) is null)
        {
            return new UnknownPhone();
        }

        var bound = await gate.BindAsync(request, open, cancellation);
        return await SendAsync(bound, body.PhoneId, body.Channel, processes, cancellation);
    }

    public async Task<Result<OpenProof>> ResendAsync(OpenProof open, DurableTaskClient processes, CancellationToken cancellation) =>
        open.Proof is { Phone: { } phone, Challenge: { } challenge } && await challenges.FindAsync(challenge, cancellation) is { Record: var record }
            ? await SendAsync(open, phone, record.Channel, processes, cancellation)
            : new StepOutOfOrder();

    public async Task<Result<OpenProof>> AnswerAsync(OpenProof open, CodeAnswer body, CancellationToken cancellation)
    {
        // That the step is due is asked before the code, which is right only once, is spent on it.
        var due = await gate.StepAsync<ChallengeId>(open, [ProofStage.Code], proof => (proof, proof.Challenge!.Value), cancellation);
        return await due.ThenAsync(challenge => codes.AnswerAsync(challenge, body.Code, cancellation))
            .ThenAsync(_ => gate.StepAsync<OpenProof>(
                open,
                [ProofStage.Code],
                proof => Changed(open, proof with { Verified = true }),
                cancellation));
    }

    private static (PhoneProof, OpenProof) Changed(OpenProof open, PhoneProof proof) => (proof, open with { Proof = proof });

    private async Task<Result<OpenProof>> SendAsync(
        OpenProof open, PhoneId phone, Channel channel, DurableTaskClient processes, CancellationToken cancellation)
    {
        var current = await gate.StepAsync<ChallengeId?>(open, Before, proof => (proof, proof.Challenge), cancellation);
        return await current.ThenAsync(challenge => RequestAsync(open.Proof, phone, channel, cancellation)
            .ThenAsync(code => codes.BeginAsync(challenge, code, cancellation))
            .ThenAsync(begun => BegunAsync(open, phone, challenge, begun, processes, cancellation)));
    }

    private async Task<Result<OpenProof>> BegunAsync(
        OpenProof open, PhoneId phone, ChallengeId? before, BegunCode begun, DurableTaskClient processes, CancellationToken cancellation)
    {
        var noted = await gate.StepAsync<OpenProof>(
            open,
            Before,
            proof => Changed(open, begun.IsOvertaken(before, proof.Challenge) ? proof : proof with { Phone = phone, Challenge = begun.Id }),
            cancellation);
        return await noted.ThenAsync(async after =>
        {
            if (after.Proof.Challenge == begun.Id)
            {
                await dispatch.SendAsync(processes, begun, invitation: null, cancellation);
            }

            return (Result<OpenProof>)after;
        });
    }

    private async Task<Result<CodeRequest>> RequestAsync(PhoneProof proof, PhoneId id, Channel channel, CancellationToken cancellation)
    {
        if (await FindAsync(proof.Account, id, cancellation) is not { } found)
        {
            return new UnknownPhone();
        }

        return await practices.FindAsync(proof.Practice, cancellation) is { Record: var practice }
            ? PhoneNumber.Read(found.Phone.Number, practice.Countries, "phoneId").Map(
                number => new CodeRequest(proof.Practice, practice.DailyCodeCap, found.Account.Language, number, found.Phone.Kind, channel, Asker: null))
            : new LinkNotOpen();
    }

    private async Task<(Account Account, AccountPhone Phone)?> FindAsync(AccountId id, PhoneId phone, CancellationToken cancellation) =>
        await accounts.FindAsync(id, cancellation) is { Record: var account } && account.Phones.FirstOrDefault(each => each.Id == phone) is { } found
            ? (account, found)
            : null;
}
