using System.Buffers.Text;
using System.Text.Json;
using Collaborations.Accounts.Profile;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Fido2NetLib;
using Fido2NetLib.Objects;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Passkeys;

public sealed record PasskeyNotTaken() : InvalidInput("passkey-not-taken");

public sealed record TooManyPasskeys() : Conflict("too-many-passkeys");

/// <summary>What a browser is asked with (WebAuthn, <c>PublicKeyCredentialCreationOptionsJSON</c> or <c>...RequestOptionsJSON</c>).</summary>
public sealed record PasskeyOptions(JsonElement Options);

/// <summary>What a browser answers (WebAuthn, <c>PublicKeyCredential.toJSON()</c>).</summary>
public sealed record PasskeyCredential(JsonElement Credential);

/// <summary>Adds and removes passkeys of an account.</summary>
public sealed class PasskeyHandler(
    IFido2 fido, PasskeyCeremony ceremony, PasswordCheck check, SignInWays ways, IdGenerator ids, TimeProvider clock)
{
    private const int MostPasskeys = 10;

    public Task<Result<PasskeyOptions>> BeginAsync(HttpRequest request, Caller caller, PasswordOnly body, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.Password, cancellation).ThenAsync(account =>
        {
            if (account.Passkeys.Count >= MostPasskeys)
            {
                return Task.FromResult<Result<PasskeyOptions>>(new TooManyPasskeys());
            }

            var options = fido.RequestNewCredential(new RequestNewCredentialParams
            {
                User = new Fido2User { Id = caller.Account.Value.ToByteArray(bigEndian: true), Name = account.Email, DisplayName = account.Name },
                ExcludeCredentials = [.. account.Passkeys.Select(Descriptor)],
                AuthenticatorSelection = new AuthenticatorSelection
                {
                    ResidentKey = ResidentKeyRequirement.Required,
                    UserVerification = UserVerificationRequirement.Required,
                },
                AttestationPreference = AttestationConveyancePreference.None,
            });
            var asked = new PasskeyOptions(JsonElement.Parse(options.ToJson()));

            // The browser alone looks at those that are there already; ten of them are more than a cookie holds.
            options.ExcludeCredentials = [];
            ceremony.Begin(request.HttpContext.Response, Purpose(caller), options.ToJson());
            return Task.FromResult<Result<PasskeyOptions>>(asked);
        });

    public async Task<Result<AccountAnswer>> AddAsync(
        HttpRequest request, Caller caller, PasskeyCredential body, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (ceremony.End(request.HttpContext, Purpose(caller)) is not { } begun || await MakeAsync(request, begun, body, cancellation) is not { } made)
        {
            return new PasskeyNotTaken();
        }

        return await ways.ChangeAsync(
            caller,
            account => account.Passkeys.Count >= MostPasskeys ? new TooManyPasskeys()
                : account.Passkeys.Any(each => each.Credential == made.Credential) ? new PasskeyNotTaken()
                : account with { Passkeys = [.. account.Passkeys, made] },
            processes,
            cancellation);
    }

    public Task<Result<AccountAnswer>> RemoveAsync(
        Caller caller, PasskeyId id, PasswordOnly body, DurableTaskClient processes, CancellationToken cancellation) =>
        check.VerifyAsync(caller, body.Password, cancellation).ThenAsync(_ => ways.ChangeAsync(
            caller,
            account => account.Passkeys.Any(each => each.Id == id)
                ? account with { Passkeys = [.. account.Passkeys.Where(each => each.Id != id)] }
                : new NotFound(),
            processes,
            cancellation));

    private static string Purpose(Caller caller) => $"new/{caller.Account}/{caller.Session}";

    private static PublicKeyCredentialDescriptor Descriptor(Passkey passkey) => new(Base64Url.DecodeFromChars(passkey.Credential));

    private async Task<Passkey?> MakeAsync(HttpRequest request, BegunCeremony begun, PasskeyCredential body, CancellationToken cancellation)
    {
        try
        {
            if (body.Credential.Deserialize<AuthenticatorAttestationRawResponse>() is not { } answer)
            {
                return null;
            }

            var made = await fido.MakeNewCredentialAsync(
                new MakeNewCredentialParams
                {
                    AttestationResponse = answer,
                    OriginalOptions = CredentialCreateOptions.FromJson(begun.Options),
                    IsCredentialIdUniqueToUserCallback = static (_, _) => Task.FromResult(true),
                },
                cancellation);
            return new Passkey(
                ids.New<PasskeyId>(),
                Base64Url.EncodeToString(made.Id),
                Convert.ToBase64String(made.PublicKey),
                made.SignCount,
                SessionService.WordsOf(request),
                clock.GetUtcNow(),
                LastUsedAt: null,
                LastChallengeAt: null);
        }
        catch (Exception wrong) when (wrong is Fido2VerificationException or JsonException or FormatException)
        {
            return null;
        }
    }
}
