using Collaborations.Accounts.Sessions;
using Collaborations.Notices;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Profile;

/// <summary>Changes with what an account signs in. Its owner is told by email, whoever it was that changed it (ASVS 5.0, 6.3.7).</summary>
public sealed class SignInWays(AccountStore accounts, AccountHandler profile, Notifier notices)
{
    /// <param name="caller">Whose account.</param>
    /// <param name="change">Pure: may be asked again.</param>
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>The account as its owner sees it now.</returns>
    public async Task<Result<AccountAnswer>> ChangeAsync(
        Caller caller, Func<Account, Result<Account>> change, DurableTaskClient processes, CancellationToken cancellation)
    {
        var changed = await accounts.ChangeAsync(caller.Account, account => change(account).Map(after => (after, Done.Instance)), cancellation);
        return await changed.ThenAsync(async _ =>
        {
            // The change is made: its owner is told of it also where the client is gone.
            await notices.TellAsync(processes, caller.Account, NoticeKind.SignInChanged, CancellationToken.None);
            return await profile.ReadAsync(caller, cancellation);
        });
    }
}
