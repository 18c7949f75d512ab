using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Verification;

namespace Collaborations.Accounts.Proofs;

/// <summary>One of the account's numbers, as far as somebody may see it who has not proved yet who they are.</summary>
public sealed record ProofPhone(PhoneId PhoneId, string Masked, PhoneKind Kind)
{
    public static ProofPhone Of(AccountPhone phone) => new(phone.Id, PhoneNumber.Mask(phone.Number), phone.Kind);
}

/// <summary>What the pages show of a proof, and the account it is for.</summary>
public sealed record ProofView(ProofStage Stage, Account Account, IReadOnlyList<ProofPhone> Phones, CodeState? Code);

/// <summary>Reads where a proof stands, as the browser that asks may know it.</summary>
public sealed class ProofReader(ProofStore proofs, AccountStore accounts, ChallengeStore challenges, TimeProvider clock)
{
    public async Task<Result<ProofView>> ReadAsync(OpenProof open, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await proofs.FindAsync(open.Id, cancellation) is not { Record: var proof }
            || proof.StageAt(now) == ProofStage.Over
            || await accounts.FindAsync(proof.Account, cancellation) is not { Record: var account })
        {
            return new LinkNotOpen();
        }

        var bound = (open with { Proof = proof }).IsBound;
        var stage = bound ? proof.StageAt(now) : ProofStage.Delivery;
        var challenge = stage == ProofStage.Code && proof.Challenge is { } id ? await challenges.FindAsync(id, cancellation) : null;
        return new ProofView(
            stage,
            account,
            [.. account.Phones.Select(ProofPhone.Of)],
            challenge is null ? null : CodeState.Of(challenge.Record, now));
    }
}
