using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Operating;

/// <summary>What commands that work beside the app are made of: everything the product registers, and nothing started.</summary>
internal static class BesideTheApp
{
    public static async Task<int> RunAsync(OperatorCall call, Func<IServiceProvider, Task<int>> use)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(call.Console.Configuration);
        services.AddCollaborations(call.Console.Configuration);
        await using var provider = services.BuildServiceProvider();
        return await use(provider);
    }
}
