using Collaborations.Invitations.Members;
using Collaborations.Invitations.Patients;
using Collaborations.Invitations.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Invitations;

internal static class InvitationsServices
{
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<KnownAccounts>();
        services.AddSingleton<FirstSignIn>();
        services.AddSingleton<RegistrationGate>();
        services.AddSingleton<RegistrationReader>();
        services.AddSingleton<IdentitySteps>();
        services.AddSingleton<CodeSteps>();
        services.AddSingleton<AccountSteps>();
        services.AddSingleton<NewLinkHandler>();
        services.AddSingleton<PatientInviter>();
        services.AddSingleton<PatientTalkReader>();
        services.AddSingleton<MemberInviter>();
        return services;
    }
}
