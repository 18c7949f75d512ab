using Collaborations.PatientInfo.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.PatientInfo;

internal static class PatientInfoServices
{
    public static IServiceCollection AddPatientInfo(this IServiceCollection services)
    {
        services.AddSingleton<SheetWords>();
        services.AddSingleton<SheetReader>();
        services.AddSingleton<PatientInfoWriter>();
        services.AddSingleton<PatientInfoPreview>();
        return services;
    }
}
