using Collaborations.Cases.Activity;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Cases;

internal static class CasesServices
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CaseListStore>();
        services.AddSingleton<CaseAccess>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<CaseHandler>();
        services.AddSingleton<CaseBoard>();
        services.AddSingleton<CaseActivityStore>();
        return services;
    }
}
