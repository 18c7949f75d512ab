using Microsoft.AspNetCore.Http;

namespace Collaborations.Security;

/// <summary>
/// The secret of a link, which its page sends in a header of its own: in no address, so in no log and no Referer. Not in <c>Authorization</c>:
/// Static Web Apps puts its own token there on the way to a linked backend (https://github.com/Azure/static-web-apps/issues/34).
/// </summary>
public static class LinkToken
{
    public const string Header = "Link-Secret";

    public static string? Of(HttpRequest request) => request.Headers[Header].ToString() is { Length: > 0 } secret ? secret.Trim() : null;
}
