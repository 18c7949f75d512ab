using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;

namespace Collaborations.Accounts.Reset;

/// <summary>
/// Puts the password that a reset has noted in force, and ends every session from before it. The request does it, and the orchestration again,
/// should the request have been cut off; a password that was set since stays.
/// </summary>
public sealed class PasswordReset(AccountStore accounts, SessionStore sessions)
{
    /// <returns>The account's address.</returns>
    public Task<Result<string>> ApplyAsync(AccountId id, NewPasswordRecord password, CancellationToken cancellation) =>
        accounts.ChangeAsync<string>(
                id,
                account => (account.PasswordSetAt >= password.At ? account : account.SetPassword(password.Record, password.At), account.Email),
                cancellation)
            .ThenAsync<string, string>(async email =>
            {
                await sessions.EndAllAsync(id, session => session.CreatedAt <= password.At, cancellation);
                return email;
            });
}
