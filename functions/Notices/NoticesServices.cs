using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Notices;

internal static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<Notifier>();
        services.AddSingleton<NoticeSender>();
        return services;
    }
}
