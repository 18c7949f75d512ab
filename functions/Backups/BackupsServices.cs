using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Backups;

internal static class BackupsServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<BackupTables>();
        services.AddSingleton<BackupReader>();
        services.AddSingleton<BackupMaker>();
        services.AddSingleton<ClosedAccounts>();
        services.AddSingleton<NewerRows>();
        services.AddSingleton<BackupRestorer>();
        return services;
    }
}
