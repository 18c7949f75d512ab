using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Verification;

internal static class VerificationServices
{
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<ChallengeStore>();
        services.AddSingleton<ChallengeService>();
        services.AddSingleton<CodeDispatch>();
        return services;
    }
}
