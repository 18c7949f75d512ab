using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Sessions;

namespace Collaborations.Accounts.Profile;

public sealed record NoCellPhone() : InvalidInput("no-cell-phone", "notifications");

/// <summary>An account as its owner sees it.</summary>
public sealed record AccountAnswer(
    string Email, string Name, Language Language, string TimeZone, IReadOnlyList<ProofPhone> Phones, IReadOnlyList<NotificationChoice> Notifications)
{
    public static AccountAnswer Of(Account account) => new(
        account.Email,
        account.Name,
        account.Language,
        account.TimeZone,
        [.. account.Phones.Select(ProofPhone.Of)],
        [.. Enum.GetValues<NotificationEvent>().Select(account.ChoiceOf)]);
}

/// <summary>Body of changing an account: what is absent stays.</summary>
public sealed record AccountChange(Language? Language, string? TimeZone, IReadOnlyList<NotificationChoice>? Notifications);

/// <summary>What an owner may say about their own account.</summary>
public sealed class AccountHandler(AccountStore accounts)
{
    public async Task<Result<AccountAnswer>> ReadAsync(Caller caller, CancellationToken cancellation) =>
        await accounts.FindAsync(caller.Account, cancellation) is { Record: var account } ? AccountAnswer.Of(account) : new Unauthenticated();

    public async Task<Result<AccountAnswer>> ChangeAsync(Caller caller, AccountChange change, CancellationToken cancellation) =>
        change.TimeZone is { } zone && !TimeZones.IsKnown(zone)
            ? new TimeZoneUnknown()
            : await accounts.ChangeAsync(caller.Account, account => Change(account, change), cancellation);

    private static Result<(Account, AccountAnswer)> Change(Account account, AccountChange change)
    {
        var changed = account with
        {
            Language = change.Language ?? account.Language,
            TimeZone = change.TimeZone ?? account.TimeZone,
            Choices = change.Notifications is { } chosen ? [.. chosen.DistinctBy(choice => choice.Event)] : account.Choices,
        };
        return change.Notifications is { } && changed.CellPhone is null && changed.Choices!.Any(choice => choice.IsByText())
            ? new NoCellPhone()
            : (changed, AccountAnswer.Of(changed));
    }
}
