using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Accounts.Proofs;

/// <summary>A proof under way, and the browser that came with it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Proof">As it was when the request came in; a step decides on the newest.</param>
/// <param name="Browser">Digest of the browser's cookie.</param>
public sealed record OpenProof(ProofId Id, PhoneProof Proof, string? Browser)
{
    /// <summary>A sign-in's secret is in the cookie of its browser; a link can be opened in several.</summary>
    public bool IsBound => Proof.Kind == ProofKind.SignIn || (Browser is not null && KeyedDigests.Same(Browser, Proof.Browser));
}

/// <summary>Knows the secret of a proof, and which step may be taken with it.</summary>
public sealed class ProofGate(ProofStore proofs, DerivedSecrets secrets, BrowserBinding browsers, TimeProvider clock)
{
    private const string SignInCookie = "__Host-sign-in";
    private const string BrowserCookie = "__Host-reset";

    public string TokenOf(ProofId id, PhoneProof proof) => secrets.LinkToken(proof.Kind.ToString(), id.Value, generation: 0, proof.Nonce);

    /// <summary>Gives the browser what its next steps prove themselves with.</summary>
    public void SetCookie(HttpResponse response, ProofId id, PhoneProof proof) =>
        response.Cookies.Append(SignInCookie, TokenOf(id, proof), HostCookie.Options());

    public static void ClearCookie(HttpResponse response) => response.Cookies.Delete(SignInCookie, HostCookie.Options());

    /// <param name="request">Brings the link's secret or the sign-in's cookie.</param>
    /// <param name="kind">Which of the two.</param>
    /// <param name="note">Gets the account, once the secret has proved to be one of theirs; null where no line is written.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<OpenProof>> OpenAsync(HttpRequest request, ProofKind kind, AuditNote? note, CancellationToken cancellation)
    {
        var token = kind == ProofKind.PasswordReset ? LinkToken.Of(request) : request.Cookies[SignInCookie];
        if (DerivedSecrets.IdOf(token) is not { } value
            || await proofs.FindAsync(ProofId.From(value), cancellation) is not { Record: var proof }
            || proof.Kind != kind
            || !secrets.IsToken(token, kind.ToString(), value, generation: 0, proof.Nonce)
            || proof.StageAt(clock.GetUtcNow()) == ProofStage.Over)
        {
            return new LinkNotOpen();
        }

        note?.Account = proof.Account;
        note?.Subject = proof.Account.ToString();
        return new OpenProof(ProofId.From(value), proof, browsers.DigestOf(request, BrowserCookie));
    }

    /// <returns>The digest of the browser's secret, which it gets when it opens the page.</returns>
    public string BrowserOf(HttpRequest request) => browsers.Ensure(request.HttpContext, BrowserCookie);

    /// <summary>The browser that asks for the code is the one that goes on; what another has proved before is not its to use.</summary>
    public async Task<OpenProof> BindAsync(HttpRequest request, OpenProof open, CancellationToken cancellation)
    {
        if (open.IsBound)
        {
            return open;
        }

        var digest = BrowserOf(request);
        await proofs.ChangeAsync<Done>(
            open.Id,
            proof => (
                KeyedDigests.Same(digest, proof.Browser)
                    ? proof
                    : proof with { Browser = digest, Verified = false, Phone = null, Challenge = proof.Verified ? null : proof.Challenge },
                Done.Instance),
            cancellation);
        return open with { Browser = digest };
    }

    /// <summary>Decides a step on the newest record: the proof is still open, this is its browser, and the step is due.</summary>
    public Task<Result<TAnswer>> StepAsync<TAnswer>(
        OpenProof open,
        ProofStage[] stages,
        Func<PhoneProof, Result<(PhoneProof Changed, TAnswer Answer)>> decide,
        CancellationToken cancellation) =>
        proofs.ChangeAsync<TAnswer>(
            open.Id,
            proof =>
            {
                var stage = proof.StageAt(clock.GetUtcNow());
                return stage == ProofStage.Over ? new LinkNotOpen()
                    : !(open with { Proof = proof }).IsBound ? new OtherBrowser()
                    : !stages.Contains(stage) ? new StepOutOfOrder()
                    : decide(proof);
            },
            cancellation);
}
