using Collaborations.Identifiers;
using Collaborations.Security;

namespace Collaborations.Accounts.Proofs;

/// <summary>What the proof is for. The names are part of what secrets are derived from: never renamed.</summary>
public enum ProofKind
{
    /// <summary>Began with a link that was mailed to the account's address.</summary>
    PasswordReset,

    /// <summary>Began with the right password.</summary>
    SignIn,
}

/// <summary>Where a proof stands: the step that is next.</summary>
public enum ProofStage
{
    Delivery,
    Code,
    Proved,
    Over,
}

/// <summary>A password, and when it was set.</summary>
public sealed record NewPasswordRecord(PasswordRecord Record, DateTimeOffset At);

/// <summary>
/// Somebody who has an account's mailbox, or its password, proves that they have one of its telephones too. See the readme of the accounts folder.
/// </summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Account">Whose.</param>
/// <param name="Practice">On whose behalf codes are sent; its cap and its countries hold.</param>
/// <param name="Nonce">From which, with the key, the link or the cookie follows.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="Browser">Keyed digest of the cookie of the browser that asked for the code; null before, and for a sign-in, which is its browser's alone.</param>
/// <param name="Phone">To which the code goes.</param>
/// <param name="Challenge">The code's.</param>
/// <param name="Verified">The code was right.</param>
/// <param name="Used">What it was for is done.</param>
public sealed record PhoneProof(
    ProofKind Kind,
    AccountId Account,
    PracticeId Practice,
    string Nonce,
    DateTimeOffset BegunAt,
    string? Browser,
    PhoneId? Phone,
    ChallengeId? Challenge,
    bool Verified,
    bool Used)
{
    /// <summary>What a reset has set, with the time: noted here first, so that of two that set one at the same time one is set.</summary>
    public NewPasswordRecord? Password { get; init; }

    /// <summary>Product rule: the link of a reset works for an hour.</summary>
    private static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    /// <summary>Ours: what the password has proved holds for one code and a second one.</summary>
    private static readonly TimeSpan SignInLifetime = TimeSpan.FromMinutes(20);

    public DateTimeOffset ExpiresAt => BegunAt + LifetimeOf(Kind);

    public static TimeSpan LifetimeOf(ProofKind kind) => kind == ProofKind.PasswordReset ? ResetLifetime : SignInLifetime;

    public static PhoneProof Begin(ProofKind kind, AccountId account, PracticeId practice, string nonce, DateTimeOffset at) =>
        new(kind, account, practice, nonce, at, null, null, null, Verified: false, Used: false);

    public ProofStage StageAt(DateTimeOffset now) => this switch
    {
        { Used: true } => ProofStage.Over,
        _ when now >= ExpiresAt => ProofStage.Over,
        { Verified: true } => ProofStage.Proved,
        { Challenge: not null } => ProofStage.Code,
        _ => ProofStage.Delivery,
    };
}
