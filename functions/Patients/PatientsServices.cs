using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Patients;

internal static class PatientsServices
{
    public static IServiceCollection AddPatients(this IServiceCollection services)
    {
        services.AddSingleton<PatientStore>();
        services.AddSingleton<RecentPatientStore>();
        services.AddSingleton<PatientIndex>();
        services.AddSingleton<PatientIdentityStore>();
        services.AddSingleton<PatientHandler>();
        return services;
    }
}
