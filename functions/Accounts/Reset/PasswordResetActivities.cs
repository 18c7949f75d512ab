using Collaborations.Accounts.Proofs;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Security;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Accounts.Reset;

public sealed class PasswordResetActivities(
    ProofStore proofs,
    ProofGate gate,
    AccountStore accounts,
    AccountEmailStore emails,
    PasswordReset reset,
    HomePractice home,
    NoticeSender notices,
    Mailer mailer,
    Links links,
    SendIds sends,
    Throttle throttle,
    DerivedSecrets secrets,
    TimeProvider clock)
{
    /// <summary>Ours, for ASVS 5.0, 6.4.3: nobody's mailbox is filled by a stranger.</summary>
    private const int ResetsAnHour = 3;

    /// <summary>Whether there is an account to reset; tried again, it says the same.</summary>
    [Function(nameof(OpenPasswordReset))]
    public async Task<bool> OpenPasswordReset([ActivityTrigger] PasswordResetInput input, CancellationToken cancellation)
    {
        if (await proofs.FindAsync(input.Proof, cancellation) is not null)
        {
            return true;
        }

        if (await emails.FindAsync(input.EmailDigest, cancellation) is not { } account
            || await home.FindAsync(account, cancellation) is not { Id: var practice }
            || await throttle.TakeAsync("password-resets", account.ToString(), ResetsAnHour, TimeSpan.FromHours(1), cancellation) is not null)
        {
            return false;
        }

        var proof = PhoneProof.Begin(ProofKind.PasswordReset, account, practice, secrets.NewNonce(), clock.GetUtcNow());
        await proofs.AddAsync(input.Proof, proof, cancellation);
        return true;
    }

    [Function(nameof(SendPasswordReset))]
    public async Task SendPasswordReset([ActivityTrigger] ProofId id, CancellationToken cancellation)
    {
        if (await proofs.FindAsync(id, cancellation) is not { Record: var proof }
            || !secrets.HasLink(proof.Nonce)
            || await accounts.FindAsync(proof.Account, cancellation) is not { Record: var account })
        {
            return;
        }

        await mailer.SendAsync(
            sends.Of(ProofWait.InstanceOf(id), nameof(SendPasswordReset)),
            process: null,
            account.Email,
            account.Language,
            EmailKind.PasswordReset,
            new Dictionary<string, string> { ["practice"] = await notices.NameOfAsync(proof.Practice, cancellation) },
            links.PasswordReset(gate.TokenOf(id, proof)),
            cancellation);
    }

    /// <returns>Whose password was set; null where it was not.</returns>
    [Function(nameof(FinishPasswordReset))]
    public async Task<AccountId?> FinishPasswordReset([ActivityTrigger] ProofId id, CancellationToken cancellation)
    {
        if (await proofs.FindAsync(id, cancellation) is not { Record: { Password: { } password, Account: var account } })
        {
            return null;
        }

        await reset.ApplyAsync(account, password, cancellation);
        return account;
    }
}
