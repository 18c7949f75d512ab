using Collaborations.Cases.Retention;
using Collaborations.Collaborating.Retention;
using Collaborations.Practices.Members;
using Collaborations.Practices.Retention;
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

        // A case is kept as long as its collaborations, so these go first.
        services.AddSingleton<IRetained, CollaborationRetention>();
        services.AddSingleton<IRetained, CaseRetention>();
        return services;
    }
}
