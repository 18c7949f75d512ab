using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Records;

internal static class RecordsServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddSingleton<RecordStore>();
        services.AddSingleton<RecordReader>();
        return services;
    }
}
