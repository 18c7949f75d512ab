using Collaborations.Contacts.Csv;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Contacts;

internal static class ContactsServices
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<ContactStore>();
        services.AddSingleton<ContactCodes>();
        services.AddSingleton<ContactHandler>();
        services.AddSingleton<ContactRound>();
        services.AddSingleton<ContactImporter>();
        services.AddSingleton<ContactExporter>();
        return services;
    }
}
