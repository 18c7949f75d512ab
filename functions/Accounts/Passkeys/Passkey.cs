using Collaborations.Identifiers;

namespace Collaborations.Accounts.Passkeys;

/// <summary>A key pair of one of the owner's devices (WebAuthn Level 3, W3C), whose device asks for a fingerprint, a face or a PIN.</summary>
/// <param name="Id">Names it to its owner's browser.</param>
/// <param name="Credential">The credential's id, base64url.</param>
/// <param name="PublicKey">COSE key, base64.</param>
/// <param name="SignCount">Of its last signature; synced passkeys always say zero.</param>
/// <param name="Words">What the browser that made it says it is, for its owner to know it by.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="LastUsedAt">Null before the first sign-in with it.</param>
/// <param name="LastChallengeAt">Of the challenge it signed last: none before that is taken again, so a signature signs in once.</param>
public sealed record Passkey(
    PasskeyId Id,
    string Credential,
    string PublicKey,
    uint SignCount,
    string Words,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? LastChallengeAt);
