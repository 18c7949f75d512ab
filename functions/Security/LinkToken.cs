using Microsoft.AspNetCore.Http;

namespace Collaborations.Security;

/// <summary>The secret of a link, which its page sends as <c>Authorization: Bearer</c> (RFC 6750, 2.1): in no address, so in no log and no Referer.</summary>
public static class LinkToken
{
    private const string Scheme = "Bearer ";

    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;
}
