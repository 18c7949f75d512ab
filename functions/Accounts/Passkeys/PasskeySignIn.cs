using System.Buffers.Text;
using System.Text.Json;
using Collaborations.Accounts.SignIn;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Telemetry;
using Fido2NetLib;
using Fido2NetLib.Objects;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Passkeys;

/// <summary>Whatever was wrong with it.</summary>
public sealed record PasskeyUnknown() : Unauthenticated("passkey-unknown");

/// <summary>
/// Signs in with a passkey: what one has and, because the device asks who is there, what one is or knows. It needs no second step, and cannot be
/// handed on to another site (NIST SP 800-63B-4, 3.2.5).
/// </summary>
public sealed class PasskeySignIn(
    IFido2 fido, PasskeyCeremony ceremony, AccountStore accounts, SignInEnd end, SignInLimit limit, Measures measures, TimeProvider clock)
{
    private const string Purpose = "sign-in";

    /// <summary>Names no account: the browser offers those that it has.</summary>
    public PasskeyOptions Begin(HttpRequest request)
    {
        var options = fido.GetAssertionOptions(new GetAssertionOptionsParams { UserVerification = UserVerificationRequirement.Required }).ToJson();
        ceremony.Begin(request.HttpContext.Response, Purpose, options);
        return new PasskeyOptions(JsonElement.Parse(options));
    }

    public async Task<Result<SignInState>> EndAsync(
        HttpRequest request, PasskeyCredential body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        var answer = await TryAsync(request, body, note, processes, cancellation);
        measures.SignInTried(SignInWay.Passkey, answer.Refusal);
        return answer;
    }

    private async Task<Result<SignInState>> TryAsync(
        HttpRequest request, PasskeyCredential body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await limit.TakeAsync(request, cancellation) is { } tooMany)
        {
            return tooMany;
        }

        if (ceremony.End(request.HttpContext, Purpose) is not { } begun || await FindAsync(body, cancellation) is not { } found)
        {
            return new PasskeyUnknown();
        }

        note.Account = found.Account;
        if (await VerifyAsync(begun, found, cancellation) is not { } signCount)
        {
            return new PasskeyUnknown();
        }

        return await accounts.ChangeAsync(found.Account, account => Use(account, found.Passkey, signCount, begun.At), cancellation)
            .ThenAsync(account => end.BeginSessionAsync(request, found.Account, account.PasswordSetAt, processes, cancellation));
    }

    // Decided on the record: of two that bring the same signature, one signs in.
    private Result<(Account Changed, Account Used)> Use(Account account, Passkey passkey, uint signCount, DateTimeOffset challengeAt)
    {
        var current = account.Passkeys.FirstOrDefault(each => each.Id == passkey.Id);
        if (current is null || current.LastChallengeAt >= challengeAt)
        {
            return new PasskeyUnknown();
        }

        var used = current with { SignCount = signCount, LastUsedAt = clock.GetUtcNow(), LastChallengeAt = challengeAt };
        return (account with { Passkeys = [.. account.Passkeys.Select(each => each.Id == used.Id ? used : each)] }, account);
    }

    private async Task<Found?> FindAsync(PasskeyCredential body, CancellationToken cancellation)
    {
        try
        {
            if (body.Credential.Deserialize<AuthenticatorAssertionRawResponse>() is not { Response.UserHandle: { Length: 16 } handle } answer)
            {
                return null;
            }

            var id = AccountId.From(new Guid(handle, bigEndian: true));
            var credential = Base64Url.EncodeToString(answer.RawId);
            return await accounts.FindAsync(id, cancellation) is { Record: var account }
                && account.Passkeys.FirstOrDefault(each => each.Credential == credential) is { } passkey
                    ? new Found(id, passkey, answer)
                    : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            return null;
        }
    }

    private async Task<uint?> VerifyAsync(BegunCeremony begun, Found found, CancellationToken cancellation)
    {
        try
        {
            var verified = await fido.MakeAssertionAsync(
                new MakeAssertionParams
                {
                    AssertionResponse = found.Answer,
                    OriginalOptions = AssertionOptions.FromJson(begun.Options),
                    StoredPublicKey = Convert.FromBase64String(found.Passkey.PublicKey),
                    StoredSignatureCounter = found.Passkey.SignCount,
                    IsUserHandleOwnerOfCredentialIdCallback = static (_, _) => Task.FromResult(true),
                },
                cancellation);
            return verified.SignCount;
        }
        catch (Fido2VerificationException)
        {
            return null;
        }
    }

    private sealed record Found(AccountId Account, Passkey Passkey, AuthenticatorAssertionRawResponse Answer);
}
