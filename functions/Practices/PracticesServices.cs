using Collaborations.Practices.Members;
using Collaborations.Practices.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Practices;

internal static class PracticesServices
{
    public static IServiceCollection AddPractices(this IServiceCollection services)
    {
        services.AddSingleton<PracticeStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<MemberAccess>();
        services.AddSingleton<MemberHandler>();
        services.AddSingleton<SettingsHandler>();
        return services;
    }
}
