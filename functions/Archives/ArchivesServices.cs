using Collaborations.Archives.LeftOut;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Archives;

internal static class ArchivesServices
{
    public static IServiceCollection AddArchives(this IServiceCollection services)
    {
        services.AddSingleton<ArchiveStore>();
        services.AddSingleton<ArchiveVault>();
        services.AddSingleton<ArchiveSources>();
        services.AddSingleton<ArchiveMaker>();
        services.AddSingleton<ArchiveHandler>();
        services.AddSingleton<LeftOutWords>();
        return services;
    }
}
