using Collaborations.Accounts.Authenticators;
using Collaborations.Accounts.Closing;
using Collaborations.Accounts.OwnData;
using Collaborations.Accounts.Passkeys;
using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Phones;
using Collaborations.Accounts.Profile;
using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Reset;
using Collaborations.Accounts.Sessions;
using Collaborations.Accounts.SignIn;
using Collaborations.Archives;
using Collaborations.Messaging;
using Fido2NetLib;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Accounts;

internal static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountEmailStore>();
        services.AddSingleton<AffiliationStore>();
        services.AddSingleton<AccountRegistry>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<OlderSessions>();
        services.AddSingleton<NewTermsHandler>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<DeviceHandler>();
        services.AddSingleton<AccountHandler>();
        services.AddSingleton<PasswordChangeHandler>();
        services.AddSingleton<PracticeTies>();
        services.AddSingleton<HomePractice>();
        services.AddSingleton<PasswordChoice>();
        services.AddSingleton<PasswordReset>();
        services.AddSingleton<ProofStore>();
        services.AddSingleton<ProofGate>();
        services.AddSingleton<ProofSteps>();
        services.AddSingleton<ProofReader>();
        services.AddSingleton<PasswordResetHandler>();
        services.AddSingleton<SecondStep>();
        services.AddSingleton<SignInEnd>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<SignInWays>();
        services.AddSingleton<PhoneHandler>();
        services.AddSingleton<AuthenticatorCodes>();
        services.AddSingleton<AuthenticatorHandler>();
        services.AddSingleton<PasskeyCeremony>();
        services.AddSingleton<PasskeyHandler>();
        services.AddSingleton<PasskeySignIn>();
        services.AddSingleton<AccountClosing>();
        services.AddSingleton<OwnDataWords>();
        services.AddSingleton<IArchiveSource, OwnDataArchive>();
        services.AddSingleton<IFido2>(provider => new Fido2(RelyingParty.Of(provider.GetRequiredService<Links>().SignIn())));
        return services;
    }
}
