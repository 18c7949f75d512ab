using Collaborations.Identifiers;
using Collaborations.Security;

namespace Collaborations.Accounts;

public sealed record EmailTaken() : Conflict("email-taken");

/// <summary>What a registration knows when it has come to its end.</summary>
public sealed record NewAccount(
    EmailAddress Email,
    string Name,
    Language Language,
    string TimeZone,
    string Password,
    IReadOnlyList<AccountPhone> Phones,
    string TermsVersion,
    DateTimeOffset TermsAcceptedAt,
    IReadOnlyList<InvitationId> Registrations);

/// <summary>Makes accounts.</summary>
public sealed class AccountRegistry(AccountStore accounts, AccountEmailStore emails, PasswordHasher hasher, IdGenerator ids, TimeProvider clock)
{
    /// <summary>
    /// The account is written first and its address claimed after it: cut between the two, it leaves a row that nothing leads to. Of two that
    /// register one address at the same time, one has the account.
    /// </summary>
    public async Task<Result<AccountId>> RegisterAsync(NewAccount registration, CancellationToken cancellation)
    {
        if (await emails.FindAsync(registration.Email, cancellation) is not null)
        {
            return new EmailTaken();
        }

        return await hasher.HashAsync(registration.Password, cancellation).ThenAsync(password => AddAsync(registration, password, cancellation));
    }

    private async Task<Result<AccountId>> AddAsync(NewAccount registration, PasswordRecord password, CancellationToken cancellation)
    {
        var id = ids.New<AccountId>();
        var account = new Account(
            registration.Email.Value,
            registration.Name,
            registration.Language,
            registration.TimeZone,
            password,
            Guesses.None,
            registration.Phones,
            registration.TermsVersion,
            clock.GetUtcNow(),
            registration.Registrations,
            Choices: null)
        {
            TermsAcceptedAt = registration.TermsAcceptedAt,
        };
        if (!await accounts.AddAsync(id, account, cancellation))
        {
            throw new InvalidOperationException("A new account's id is taken.");
        }

        return await emails.ClaimAsync(registration.Email, id, cancellation) ? id : new EmailTaken();
    }
}
