using Collaborations.Accounts.Passkeys;
using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Verification;

namespace Collaborations.Accounts.Profile;

public sealed record NoCellPhone() : InvalidInput("no-cell-phone", "notifications");

/// <summary>A passkey as its owner knows it.</summary>
public sealed record PasskeyAnswer(PasskeyId PasskeyId, string Words, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public static PasskeyAnswer Of(Passkey passkey) => new(passkey.Id, passkey.Words, passkey.CreatedAt, passkey.LastUsedAt);
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Email">Signs in with it.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Language">Of what is sent.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Phones">Proved.</param>
/// <param name="NewPhone">The code of a number that is being added.</param>
/// <param name="Authenticator">Whether an app's codes are asked for.</param>
/// <param name="Passkeys">Oldest first.</param>
/// <param name="Notifications">Every event.</param>
public sealed record AccountAnswer(
    string Email,
    string Name,
    Language Language,
    string TimeZone,
    IReadOnlyList<ProofPhone> Phones,
    CodeState? NewPhone,
    bool Authenticator,
    IReadOnlyList<PasskeyAnswer> Passkeys,
    IReadOnlyList<NotificationChoice> Notifications)
{
    public static AccountAnswer Of(Account account, CodeState? newPhone, IReadOnlyList<NotificationChoice> usual) => new(
        account.Email,
        account.Name,
        account.Language,
        account.TimeZone,
        [.. account.Phones.Select(ProofPhone.Of)],
        newPhone,
        account.Authenticator is not null,
        [.. account.Passkeys.Select(PasskeyAnswer.Of)],
        [.. Enum.GetValues<NotificationEvent>().Select(about => account.ChoiceOf(about, usual))]);
}

/// <summary>Body of changing an account: what is absent stays.</summary>
public sealed record AccountChange(Language? Language, string? TimeZone, IReadOnlyList<NotificationChoice>? Notifications);

/// <summary>What an owner may say about their own account.</summary>
public sealed class AccountHandler(AccountStore accounts, PracticeTies ties, ChallengeStore challenges, TimeProvider clock)
{
    public async Task<Result<AccountAnswer>> ReadAsync(Caller caller, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(caller.Account, cancellation) is not { Record: var account })
        {
            return new Unauthenticated();
        }

        var now = clock.GetUtcNow();
        var adding = account.NewPhone is { } phone && await challenges.FindAsync(phone.Challenge, cancellation) is { Record: { Used: false } challenge }
            && challenge.ExpiresAt > now ? CodeState.Of(challenge, now) : null;
        var practices = await ties.OfAsync(caller.Account, account, cancellation);
        return AccountAnswer.Of(account, adding, practices is [var home, ..] ? home.Practice.Notifications : []);
    }

    public async Task<Result<AccountAnswer>> ChangeAsync(Caller caller, AccountChange change, CancellationToken cancellation) =>
        change.TimeZone is { } zone && !TimeZones.IsKnown(zone)
            ? new TimeZoneUnknown()
            : await accounts.ChangeAsync(caller.Account, account => Change(account, change), cancellation)
                .ThenAsync(_ => ReadAsync(caller, cancellation));

    private static Result<(Account, Done)> Change(Account account, AccountChange change)
    {
        var changed = account with
        {
            Language = change.Language ?? account.Language,
            TimeZone = change.TimeZone ?? account.TimeZone,
            Choices = change.Notifications is { } chosen ? [.. chosen.DistinctBy(choice => choice.Event)] : account.Choices,
        };
        return change.Notifications is { } && changed.CellPhone is null && changed.Choices!.Any(choice => choice.IsByText())
            ? new NoCellPhone()
            : (changed, Done.Instance);
    }
}
