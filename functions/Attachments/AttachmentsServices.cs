using Collaborations.Archives;
using Collaborations.Attachments.Archiving;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Attachments;

internal static class AttachmentsServices
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<AttachmentHandler>();
        services.AddSingleton<IArchiveSource, AttachmentsArchive>();
        return services;
    }
}
