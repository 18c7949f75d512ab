using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Samples;

internal static class SamplesServices
{
    public static IServiceCollection AddSamples(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SampleOptions>().Bind(configuration.GetSection(SampleOptions.Section));
        services.AddSingleton<SampleStore>();
        services.AddSingleton<SampleRecords>();
        services.AddSingleton<SamplePractice>();
        return services.AddHostedService<SampleSeeding>();
    }
}
