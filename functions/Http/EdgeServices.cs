using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Http;

internal static class EdgeServices
{
    public static IServiceCollection AddEdge(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<ProxyOptions>()
            .Bind(section)
            .Validate(static options => options.Trusted >= 0, $"{ProxyOptions.Section}:{nameof(ProxyOptions.Trusted)} is a number of proxies.")
            .ValidateOnStart();
        services.AddSingleton<ClientAddress>();
        return services.AddSingleton<Edge>();
    }
}
