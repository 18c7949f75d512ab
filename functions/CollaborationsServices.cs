using Collaborations.Health;
using Collaborations.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Collaborations;

/// <summary>Everything the product registers, in one place, the same in both editions; what differs between them is configuration.</summary>
public static class CollaborationsServices
{
    /// <param name="services">The worker's container.</param>
    /// <param name="configuration">App settings; the sections are named beside the options they fill.</param>
    public static IServiceCollection AddCollaborations(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(configuration.GetSection(StorageOptions.Section));
        services.AddSingleton<HealthCheck>();
        return services;
    }
}
