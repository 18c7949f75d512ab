using Collaborations.Identifiers;
using Collaborations.Security;

namespace Collaborations.Accounts.Passwords;

public sealed record PasswordUsedBefore() : InvalidInput("password-used-before", "password");

/// <summary>Checks and hashes the password that somebody chooses who has an account already, by the rules of all their practices.</summary>
public sealed class PasswordChoice(PasswordHasher hasher, PracticeTies ties)
{
    public async Task<PasswordRules> RulesAsync(AccountId id, Account account, CancellationToken cancellation) =>
        PasswordPolicy.RulesFor(await ties.OfAsync(id, account, cancellation), account.Name, account.Email);

    public async Task<Result<PasswordRecord>> HashAsync(AccountId id, Account account, NewPassword typed, CancellationToken cancellation)
    {
        var rules = await RulesAsync(id, account, cancellation);
        return await PasswordPolicy.Check(typed.Password, typed.ConfirmPassword, rules)
            .ThenAsync(password => rules.Classic ? RefuseFormerAsync(account, password, cancellation) : Task.FromResult<Result<string>>(password))
            .ThenAsync(password => hasher.HashAsync(password, cancellation));
    }

    private async Task<Result<string>> RefuseFormerAsync(Account account, string password, CancellationToken cancellation)
    {
        foreach (var former in account.FormerPasswords.Prepend(account.Password))
        {
            var same = await hasher.VerifyAsync(password, former, cancellation);
            if (same.IsRefused(out var busy, out var used) || used)
            {
                return busy ?? new PasswordUsedBefore();
            }
        }

        return password;
    }
}
