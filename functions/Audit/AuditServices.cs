using Collaborations.Audit.Heads;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<AuditHeadVault>();
        services.AddSingleton<AuditHeadKeeper>();
        return services.AddHostedService(provider => provider.GetRequiredService<AuditHeadKeeper>());
    }
}
