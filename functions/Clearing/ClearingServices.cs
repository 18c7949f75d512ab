using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Clearing;

internal static class ClearingServices
{
    public static IServiceCollection AddClearing(this IServiceCollection services)
    {
        services.AddSingleton<RowClearer>();
        return services.AddHostedService(provider => provider.GetRequiredService<RowClearer>());
    }
}
