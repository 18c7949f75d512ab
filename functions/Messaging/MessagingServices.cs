using Azure.Communication.CallAutomation;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

internal static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<CommunicationOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CommunicationOptions>>(new CommunicationValidation());
        services.TryAddSingleton(provider => Make(provider, text => new EmailClient(text), (uri, credential) => new EmailClient(uri, credential)));
        services.TryAddSingleton(provider => Make(provider, text => new SmsClient(text), (uri, credential) => new SmsClient(uri, credential)));
        services.TryAddSingleton(
            provider => Make(provider, text => new CallAutomationClient(text), (uri, credential) => new CallAutomationClient(uri, credential)));
        services.AddSingleton<SendIds>();
        services.AddSingleton<SendStore>();
        services.AddSingleton<Links>();
        services.AddSingleton<Wordings>();
        services.AddSingleton<Mailer>();
        services.AddSingleton<TextSender>();
        services.AddSingleton<CodeSender>();
        services.AddSingleton<DeliveryReportHandler>();
        services.AddSingleton<CallFollower>();
        return services;
    }

    private static T Make<T>(IServiceProvider provider, Func<string, T> withKey, Func<Uri, TokenCredential, T> withIdentity)
    {
        var options = provider.GetRequiredService<IOptions<CommunicationOptions>>().Value;
        return string.IsNullOrEmpty(options.ConnectionString)
            ? withIdentity(
                options.Endpoint!,
                new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId }))
            : withKey(options.ConnectionString);
    }
}
