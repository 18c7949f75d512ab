using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<LibraryReader>();
        services.AddSingleton<DocumentHandler>();
        services.AddSingleton<LibraryEdge>();
        return services;
    }
}
