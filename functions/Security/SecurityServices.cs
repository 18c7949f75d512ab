using System.Security.Cryptography;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Collaborations.Security;

internal static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<SecurityOptions>()
            .Bind(section)
            .Validate(
                options => options.HasKeys(),
                $"Set {SecurityOptions.Section}:Key, and each of {SecurityOptions.Section}:NewerKeys, to at least {KeyRing.KeyBytes} random bytes in base64.")
            .ValidateOnStart();
        services.TryAddSingleton(static _ => RandomNumberGenerator.Create());
        services.AddSingleton<IdGenerator>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<KeyedDigests>();
        services.AddSingleton<DerivedSecrets>();
        services.AddSingleton<Sealing>();
        services.AddSingleton<BrowserBinding>();
        services.AddSingleton(HashCost.Usual);
        services.AddSingleton<PasswordHasher>();
        services.AddSingleton<Throttle>();
        services.AddSingleton(static provider => new EvenTime(provider.GetRequiredKeyedService<TimeProvider>(ProcessGate.Waiting), EvenTime.Usual));
        return services;
    }
}
