using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Profile;
using Collaborations.Accounts.Proofs;
using Collaborations.Accounts.Reset;
using Collaborations.Accounts.Sessions;
using Collaborations.Accounts.SignIn;
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
        services.AddSingleton<PasswordPolicy>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<NewTermsHandler>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<DeviceHandler>();
        services.AddSingleton<AccountHandler>();
        services.AddSingleton<PasswordChangeHandler>();
        services.AddSingleton<HomePractice>();
        services.AddSingleton<ProofStore>();
        services.AddSingleton<ProofGate>();
        services.AddSingleton<ProofSteps>();
        services.AddSingleton<ProofReader>();
        services.AddSingleton<PasswordResetHandler>();
        services.AddSingleton<SecondStep>();
        services.AddSingleton<SignInEnd>();
        return services;
    }
}
