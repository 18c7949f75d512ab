using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Accounts;

/// <summary>Table Accounts. Partition: the account's id; one row.</summary>
public sealed class AccountStore(TableServiceClient service)
{
    private const string Row = "account";

    private readonly RecordTable _table = new(service, "Accounts");

    public async Task<Versioned<Account>?> FindAsync(AccountId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<Account>(row) : null;

    public async Task<bool> AddAsync(AccountId id, Account account, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, account), cancellation) is not null;

    /// <summary>Ends a lock that came from wrong passwords.</summary>
    public Task<Result<Done>> UnlockAsync(AccountId id, CancellationToken cancellation) =>
        ChangeAsync<Done>(id, account => (account with { Guesses = Guesses.None }, Done.Instance), cancellation);

    /// <summary>Of a closed account, when everything else of it is gone.</summary>
    public Task RemoveAsync(AccountId id, CancellationToken cancellation) => _table.DeleteAsync(id.ToString(), Row, ETag.All, cancellation);

    /// <summary>Decides on an account that is there.</summary>
    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        AccountId id, Func<Account, Result<(Account Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Account, TAnswer>(
            () => FindAsync(id, cancellation),
            account => account is null ? new NotFound() : decide(account),
            async (account, before) => await _table.ReplaceAsync(RecordRow.Of(id.ToString(), Row, account), before!.ETag, cancellation) is not null);
}

/// <summary>Table AccountEmails. Partition: the keyed digest of an address; the row says whose it is. One address has one account, because a row is added once.</summary>
public sealed class AccountEmailStore(TableServiceClient service, KeyedDigests digests)
{
    private const string Row = "email";

    private readonly RecordTable _table = new(service, "AccountEmails");

    public Task<AccountId?> FindAsync(EmailAddress email, CancellationToken cancellation) => FindAsync(DigestOf(email), cancellation);

    /// <param name="digest">Of the address, as an orchestration knows it.</param>
    /// <param name="cancellation">The process stops.</param>
    public async Task<AccountId?> FindAsync(string digest, CancellationToken cancellation) =>
        await _table.FindAsync(digest, Row, cancellation) is { } row ? RecordRow.Read<Owner>(row).Record.Account : null;

    /// <returns>False where the address has an account already.</returns>
    public async Task<bool> ClaimAsync(EmailAddress email, AccountId account, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(DigestOf(email), Row, new Owner(account)), cancellation) is not null;

    /// <summary>Somebody else may register with it from now on. Another account's claim stays.</summary>
    public async Task ReleaseAsync(EmailAddress email, AccountId account, CancellationToken cancellation)
    {
        if (await _table.FindAsync(DigestOf(email), Row, cancellation) is { } row && RecordRow.Read<Owner>(row) is var owner && owner.Record.Account == account)
        {
            await _table.DeleteAsync(DigestOf(email), Row, owner.ETag, cancellation);
        }
    }

    public string DigestOf(EmailAddress email) => digests.Of(DigestPurpose.Email, email.Value);

    private sealed record Owner(AccountId Account);
}

/// <summary>
/// Table Affiliations. Partition: the account's id; row: kind and practice, and of a patient whose: a parent may have an account for two children.
/// </summary>
public sealed class AffiliationStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "Affiliations");

    /// <summary>Where somebody was only asked to work together comes last: the first is their home.</summary>
    public async Task<IReadOnlyList<Affiliation>> ListAsync(AccountId account, CancellationToken cancellation)
    {
        var found = new List<Affiliation>();
        await foreach (var row in _table.ListAsync(account.ToString(), null, null, cancellation))
        {
            found.Add(RecordRow.Read<Affiliation>(row).Record);
        }

        return [.. found.OrderBy(each => each.Kind == AffiliationKind.Collaborator)];
    }

    /// <returns>What the account is as a member of the practice; null where it is none.</returns>
    public async Task<Affiliation?> FindMemberAsync(AccountId account, PracticeId practice, CancellationToken cancellation) =>
        await _table.FindAsync(account.ToString(), MemberKey(practice), cancellation) is { } row ? RecordRow.Read<Affiliation>(row).Record : null;

    /// <summary>Adding the same again changes nothing.</summary>
    public Task AddAsync(AccountId account, Affiliation affiliation, CancellationToken cancellation) =>
        _table.PutAsync(RecordRow.Of(account.ToString(), Key(affiliation), affiliation), cancellation);

    public Task RemoveAsync(AccountId account, Affiliation affiliation, CancellationToken cancellation) =>
        _table.DeleteAsync(account.ToString(), Key(affiliation), ETag.All, cancellation);

    private static string Key(Affiliation affiliation) => affiliation.Kind == AffiliationKind.Member
        ? MemberKey(affiliation.Practice)
        : $"{affiliation.Kind}-{affiliation.Practice}-{affiliation.Subject:N}";

    private static string MemberKey(PracticeId practice) => $"{AffiliationKind.Member}-{practice}";
}
