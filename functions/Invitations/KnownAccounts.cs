using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Patients;

namespace Collaborations.Invitations;

/// <summary>
/// Knows patients who have an account already. An address alone is no proof that it is the same person, since somebody may have typed
/// another's: the account must be a patient's with the same name and birth date elsewhere, or the person is asked first.
/// </summary>
public sealed class KnownAccounts(AccountStore accounts, AccountEmailStore emails, AffiliationStore affiliations, PatientStore patients)
{
    /// <summary>The next sign-in of this account ends the registration; its password and its telephones stay as they are.</summary>
    public Task<Result<AccountId>> JoinAsync(AccountId id, InvitationId registration, CancellationToken cancellation) =>
        accounts.ChangeAsync<AccountId>(
            id,
            account => (account.Registrations.Contains(registration) ? account : account with { Registrations = [.. account.Registrations, registration] }, id),
            cancellation);

    public async Task<AccountId?> FindAsync(string email, CancellationToken cancellation) =>
        EmailAddress.TryRead(email, out var address) ? await emails.FindAsync(address, cancellation) : null;

    /// <returns>The account, where nothing more need be asked.</returns>
    public async Task<AccountId?> FindSameAsync(string email, Patient patient, CancellationToken cancellation)
    {
        if (patient.Account is { } own)
        {
            return own;
        }

        if (patient.BirthDate is null || await FindAsync(email, cancellation) is not { } account)
        {
            return null;
        }

        foreach (var affiliation in await affiliations.ListAsync(account, cancellation))
        {
            if (affiliation.Kind == AffiliationKind.Patient
                && await patients.FindAsync(affiliation.Practice, PatientId.From(affiliation.Subject), cancellation) is { Record: var elsewhere }
                && elsewhere.BirthDate == patient.BirthDate
                && IsSameName(elsewhere.Name, patient.Name))
            {
                return account;
            }
        }

        return null;
    }

    // Accents and capitals are typed in one practice and left out in another.
    private static bool IsSameName(string left, string right) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(left, right, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
