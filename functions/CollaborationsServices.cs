using Collaborations.Accounts;
using Collaborations.Archives;
using Collaborations.Attachments;
using Collaborations.Audit;
using Collaborations.Backups;
using Collaborations.Cases;
using Collaborations.Collaborating;
using Collaborations.Contacts;
using Collaborations.Documents;
using Collaborations.Fhir;
using Collaborations.Files;
using Collaborations.Health;
using Collaborations.Http;
using Collaborations.Invitations;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Operating;
using Collaborations.PatientInfo;
using Collaborations.Patients;
using Collaborations.PolicyReports;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Records;
using Collaborations.Clearing;
using Collaborations.Samples;
using Collaborations.Security;
using Collaborations.Storage;
using Collaborations.Talks;
using Collaborations.Telemetry;
using Collaborations.Terms;
using Collaborations.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Collaborations;

/// <summary>Everything the product registers, in one place, the same in both editions; what differs between them is configuration.</summary>
public static class CollaborationsServices
{
    /// <param name="services">The worker's container.</param>
    /// <param name="configuration">App settings; the sections are named beside the options they fill.</param>
    public static IServiceCollection AddCollaborations(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(ProcessGate.Waiting, TimeProvider.System);
        services.AddSingleton<ProcessGate>();
        services.AddSingleton<HealthCheck>();
        services.AddSingleton<TermsOfUse>();
        services.AddSingleton<PolicyReportHandler>();
        return services
            .AddTelemetry(configuration.GetSection(TelemetryOptions.Section))
            .AddStorage(configuration.GetSection(StorageOptions.Section))
            .AddSecurity(configuration.GetSection(SecurityOptions.Section))
            .AddMessaging(configuration.GetSection(CommunicationOptions.Section))
            .AddEdge(configuration.GetSection(ProxyOptions.Section))
            .AddAudit()
            .AddAccounts()
            .AddPractices()
            .AddPatients()
            .AddContacts()
            .AddRecords()
            .AddDocuments()
            .AddPatientInfo()
            .AddFhir()
            .AddCases()
            .AddInvitations()
            .AddVerification()
            .AddTalks()
            .AddFiles()
            .AddAttachments()
            .AddArchives()
            .AddCollaborating()
            .AddNotices()
            .AddClearing()
            .AddBackups()
            .AddOperating(configuration.GetSection(OperationsOptions.Section))
            .AddSamples(configuration);
    }
}
