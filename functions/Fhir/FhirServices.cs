using Collaborations.Fhir.Export;
using Collaborations.Fhir.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Fhir;

internal static class FhirServices
{
    public static IServiceCollection AddFhir(this IServiceCollection services)
    {
        services.AddSingleton<FhirImportStore>();
        services.AddSingleton<ImportListStore>();
        services.AddSingleton<ImportLineStore>();
        services.AddSingleton<SubjectFinder>();
        services.AddSingleton<PatientImporter>();
        services.AddSingleton<RecordImporter>();
        services.AddSingleton<KnownDocuments>();
        services.AddSingleton<DocumentImporter>();
        services.AddSingleton<BundleImporter>();
        services.AddSingleton<FhirImportHandler>();
        services.AddSingleton<FhirExportStore>();
        services.AddSingleton<CaseDocuments>();
        services.AddSingleton<LibraryDocuments>();
        services.AddSingleton<BundleExporter>();
        services.AddSingleton<FhirExportHandler>();
        return services;
    }
}
