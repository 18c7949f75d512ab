using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Practices;

internal static class PracticesServices
{
    public static IServiceCollection AddPractices(this IServiceCollection services)
    {
        services.AddSingleton<PracticeStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<MemberAccess>();
        return services;
    }
}
