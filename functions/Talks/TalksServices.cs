using Collaborations.Talks.Posting;
using Collaborations.Talks.Reading;
using Collaborations.Talks.Removing;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Talks;

internal static class TalksServices
{
    public static IServiceCollection AddTalks(this IServiceCollection services)
    {
        services.AddSingleton<TalkStore>();
        services.AddSingleton<PatientTalkStore>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<Seats>();
        services.AddSingleton<ThreadReader>();
        services.AddSingleton<InboxReader>();
        services.AddSingleton<ReadHandler>();
        services.AddSingleton<PostHandler>();
        services.AddSingleton<MessageIds>();
        services.AddSingleton<TalkBoard>();
        services.AddSingleton<TalkRemover>();
        return services;
    }
}
