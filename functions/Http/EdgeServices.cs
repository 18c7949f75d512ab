using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Http;

internal static class EdgeServices
{
    public static IServiceCollection AddEdge(this IServiceCollection services) => services.AddSingleton<Edge>();
}
