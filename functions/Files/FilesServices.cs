using Collaborations.Files.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Files;

internal static class FilesServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileVault>();
        services.AddSingleton<MalwareScan>();
        services.AddSingleton<PictureCleaner>();
        services.AddSingleton<UploadQuota>();
        services.AddSingleton<FileHandler>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<FileRemover>();
        return services;
    }
}
