using Fido2NetLib;

namespace Collaborations.Accounts.Passkeys;

/// <summary>Who asks browsers for a passkey: the pages' own address and no other (WebAuthn, "relying party").</summary>
internal static class RelyingParty
{
    private const string Name = "Collaborations";

    /// <param name="pages">Where they are. Browsers make passkeys for names, not for numbers such as 127.0.0.1.</param>
    public static Fido2Configuration Of(Uri pages) => new()
    {
        RPName = Name,
        RPID = pages.Host,
        Origins = new HashSet<string> { pages.GetLeftPart(UriPartial.Authority) },
    };
}
