using Collaborations.Collaborating.Announcing;
using Collaborations.Collaborating.Answering;
using Collaborations.Collaborating.Correcting;
using Collaborations.Collaborating.Editing;
using Collaborations.Collaborating.Process;
using Collaborations.Collaborating.Sharing;
using Collaborations.Collaborating.Starting;
using Collaborations.Collaborating.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Collaborating;

internal static class CollaboratingServices
{
    public static IServiceCollection AddCollaborating(this IServiceCollection services)
    {
        services.AddSingleton<CollaborationStore>();
        services.AddSingleton<CollaborationListStore>();
        services.AddSingleton<SharedListStore>();
        services.AddSingleton<CollaborationIds>();
        services.AddSingleton<CollaborationAccess>();
        services.AddSingleton<InvitedAccess>();
        services.AddSingleton<CollaborationBoard>();
        services.AddSingleton<CollaborationReaders>();
        services.AddSingleton<CollaborationFiles>();
        services.AddSingleton<KnownLanguages>();
        services.AddSingleton<CollaborationMail>();
        services.AddSingleton<CollaborationLinks>();
        services.AddSingleton<CollaborationDeliveries>();
        services.AddSingleton<CollaborationSignals>();
        services.AddSingleton<CollaboratorInviter>();
        services.AddSingleton<AnswerBoard>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<CollaborationParts>();
        services.AddSingleton<CollaborationStarter>();
        services.AddSingleton<CollaborationPreviewer>();
        services.AddSingleton<CollaborationDefaultsReader>();
        services.AddSingleton<CollaborationEditor>();
        services.AddSingleton<CollaborationCloser>();
        services.AddSingleton<AddressCorrector>();
        services.AddSingleton<CollaborationLister>();
        services.AddSingleton<CollaborationReader>();
        services.AddSingleton<SharedReader>();
        services.AddSingleton<SharedOpener>();
        return services;
    }
}
