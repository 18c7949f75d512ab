using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Profile;
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
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<DeviceHandler>();
        services.AddSingleton<PasswordChangeHandler>();
        return services;
    }
}
