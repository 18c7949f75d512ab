using Collaborations.Accounts.Profile;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Verification;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Phones;

public sealed record NoPhoneAddition() : Conflict("step-out-of-order");

/// <summary>A forgotten password is proved by a telephone: without one there is no way back.</summary>
public sealed record LastPhone() : Conflict("last-phone");

public sealed record TooManyPhones() : Conflict("too-many-phones");

public sealed record PhoneKnown() : InvalidInput("phone-known", "number");

/// <summary>
/// Adds and removes telephones of an account: a new way to prove who one is, so the password is asked for again, the number proves itself by a
/// code, and the owner is told by email (NIST SP 800-63B-4, 4.1; ASVS 5.0, 6.3.7).
/// </summary>
public sealed class PhoneHandler(
    AccountStore accounts,
    AccountHandler profile,
    PasswordCheck check,
    HomePractice home,
    ChallengeService codes,
    ChallengeStore challenges,
    CodeDispatch dispatch,
    SignInWays ways,
    IdGenerator ids)
{
    private const int MostPhones = 5;

    public Task<Result<AccountAnswer>> BeginAsync(
        Caller caller, PhoneAdditionRequest body, DurableTaskClient processes, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.Password, cancellation).ThenAsync(async account =>
        {
            if (account.Phones.Count >= MostPhones)
            {
                return new TooManyPhones();
            }

            if (await RequestAsync(caller, account, body, cancellation) is var request && request.IsRefused(out var refusal, out var code))
            {
                return refusal;
            }

            return account.Phones.Any(phone => phone.Number == code.Phone.Value)
                ? new PhoneKnown()
                : await SendAsync(caller, account.NewPhone?.Challenge, new AccountPhone(ids.New<PhoneId>(), code.Phone.Value, body.Kind), code, processes, cancellation);
        });

    public async Task<Result<AccountAnswer>> ResendAsync(Caller caller, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(caller.Account, cancellation) is not { Record: { NewPhone: { } addition } account }
            || await challenges.FindAsync(addition.Challenge, cancellation) is not { Record: var challenge })
        {
            return new NoPhoneAddition();
        }

        var same = new PhoneAdditionRequest(string.Empty, addition.Phone.Number, addition.Phone.Kind, challenge.Channel);
        return await RequestAsync(caller, account, same, cancellation)
            .ThenAsync(code => SendAsync(caller, addition.Challenge, addition.Phone, code, processes, cancellation));
    }

    public async Task<Result<AccountAnswer>> ConfirmAsync(Caller caller, CodeAnswer body, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(caller.Account, cancellation) is not { Record.NewPhone: { } addition })
        {
            return new NoPhoneAddition();
        }

        return await codes.AnswerAsync(addition.Challenge, body.Code, cancellation)
            .ThenAsync(number => ways.ChangeAsync(
                caller,
                // The code proves the number that it went to: another window may have noted another one for it.
                account => account.NewPhone == addition && addition.Phone.Number == number
                    ? account with { Phones = [.. account.Phones, addition.Phone], NewPhone = null }
                    : new NoPhoneAddition(),
                processes,
                cancellation));
    }

    public Task<Result<AccountAnswer>> RemoveAsync(
        Caller caller, PhoneId id, PasswordOnly body, DurableTaskClient processes, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.Password, cancellation)
            .ThenAsync(_ => ways.ChangeAsync(caller, account => Without(account, id), processes, cancellation));

    // Whoever was told by text and has no cell phone any more is told by email: no notice is lost.
    private static Result<Account> Without(Account account, PhoneId id)
    {
        if (!account.Phones.Any(phone => phone.Id == id))
        {
            return new NotFound();
        }

        if (account.Phones.Count == 1)
        {
            return new LastPhone();
        }

        var left = account with { Phones = [.. account.Phones.Where(phone => phone.Id != id)] };
        return left.CellPhone is not null || left.Choices is null
            ? left
            : left with { Choices = [.. left.Choices.Select(choice => choice.IsByText() ? choice with { Way = NotificationWay.Email } : choice)] };
    }

    private async Task<Result<CodeRequest>> RequestAsync(
        Caller caller, Account account, PhoneAdditionRequest body, CancellationToken cancellation) =>
        await home.FindAsync(caller.Account, cancellation) is { } tie
            ? PhoneNumber.Read(body.Number, tie.Practice.Countries, "number")
                .Map(number => new CodeRequest(tie.Id, tie.Practice.DailyCodeCap, account.Language, number, body.Kind, body.Channel, caller.Account.ToString()))
            : new NotFound();

    private async Task<Result<AccountAnswer>> SendAsync(
        Caller caller, ChallengeId? current, AccountPhone phone, CodeRequest request, DurableTaskClient processes, CancellationToken cancellation) =>
        await codes.BeginAsync(current, request, cancellation).ThenAsync(async begun =>
        {
            var noted = await accounts.ChangeAsync<bool>(
                caller.Account,
                account => begun.IsOvertaken(current, account.NewPhone?.Challenge)
                    ? (account, false)
                    : (account with { NewPhone = new PhoneAddition(phone, begun.Id) }, true),
                cancellation);
            return await noted.ThenAsync(async isOurs =>
            {
                if (isOurs)
                {
                    await dispatch.SendAsync(processes, begun, invitation: null, cancellation);
                }

                return await profile.ReadAsync(caller, cancellation);
            });
        });
}
