using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Invitations.Registration;

/// <summary>A link that is open, and the browser that came with it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Invitation">As it was when the request came in; a step decides on the newest.</param>
/// <param name="Browser">Digest of the browser's cookie.</param>
public sealed record OpenLink(InvitationId Id, Invitation Invitation, string? Browser)
{
    public bool IsBound => Browser is not null && KeyedDigests.Same(Browser, Invitation.Progress.Browser);
}

/// <summary>Knows the secret of a link, and which step may be taken with it.</summary>
public sealed class RegistrationGate(InvitationStore invitations, DerivedSecrets secrets, BrowserBinding browsers, TimeProvider clock)
{
    private const string CookieName = "__Host-registration";

    /// <param name="request">Brings the token.</param>
    /// <param name="note">Gets the practice and whom it invited, once the token has proved to be one of theirs.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<OpenLink>> OpenAsync(HttpRequest request, AuditNote note, CancellationToken cancellation) =>
        await FindAsync(request, cancellation) is { } link && link.Invitation.StageAt(clock.GetUtcNow()) <= RegistrationStage.SignIn
            ? Noted(link, note)
            : new LinkNotOpen();

    /// <summary>Also a link that is over or was replaced, for whoever asks for a new one.</summary>
    public async Task<OpenLink?> FindFormerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await FindAsync(request, cancellation) is { } link)
        {
            return link;
        }

        var token = LinkToken.Of(request);
        return DerivedSecrets.IdOf(token) is { } value
            && await invitations.FindAsync(InvitationId.From(value), cancellation) is { Record: var invitation }
            && invitation.FormerNonces.Reverse().Index().Any(
                former => secrets.IsToken(token, Invitation.LinkPurpose, value, invitation.Generation - 1 - former.Index, former.Item))
                ? new OpenLink(InvitationId.From(value), invitation, Browser: null)
                : null;
    }

    /// <returns>The digest of the browser's secret, which it gets when it opens the page.</returns>
    public string BrowserOf(HttpRequest request) => browsers.Ensure(request.HttpContext, CookieName);

    private async Task<OpenLink?> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        var token = LinkToken.Of(request);
        if (DerivedSecrets.IdOf(token) is not { } value)
        {
            return null;
        }

        var id = InvitationId.From(value);
        return await invitations.FindAsync(id, cancellation) is { Record: var invitation }
            && secrets.IsToken(token, Invitation.LinkPurpose, value, invitation.Generation, invitation.Nonce)
                ? new OpenLink(id, invitation, browsers.DigestOf(request, CookieName))
                : null;
    }

    /// <summary>Decides a step on the newest record: the link is still open, this is its browser, and the step is due.</summary>
    /// <param name="link">As it was opened.</param>
    /// <param name="steps">At which stages the step may be taken.</param>
    /// <param name="decide">What becomes of the invitation.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Result<TAnswer>> StepAsync<TAnswer>(
        OpenLink link,
        RegistrationStage[] steps,
        Func<Invitation, DateTimeOffset, Result<(Invitation Changed, TAnswer Answer)>> decide,
        CancellationToken cancellation) =>
        invitations.ChangeAsync<TAnswer>(
            link.Id,
            invitation =>
            {
                var now = clock.GetUtcNow();
                var stage = invitation.StageAt(now);
                return invitation.Generation != link.Invitation.Generation || stage > RegistrationStage.SignIn ? new LinkNotOpen()
                    : !(link with { Invitation = invitation }).IsBound ? new OtherBrowser()
                    : !steps.Contains(stage) ? new StepOutOfOrder()
                    : decide(invitation, now);
            },
            cancellation);

    private static OpenLink Noted(OpenLink link, AuditNote note)
    {
        note.Practice = link.Invitation.Practice;
        note.Subject = link.Invitation.For;
        return link;
    }
}
