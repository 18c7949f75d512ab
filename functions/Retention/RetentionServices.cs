using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSingleton<RowClearer>();
        return services.AddHostedService(provider => provider.GetRequiredService<RowClearer>());
    }
}
