using Collaborations.Operating.Practices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Operating;

internal static class OperatingServices
{
    public static IServiceCollection AddOperating(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<OperationsOptions>().Bind(section);
        services.AddSingleton<OperatorGate>();
        services.AddSingleton<PracticeMaker>();
        return services;
    }
}
