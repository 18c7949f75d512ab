using Collaborations.Audit.Heads;
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
        var code = await use(provider);

        // Nothing was started that would do it when the process ends.
        await provider.GetRequiredService<AuditHeadKeeper>().KeepAsync(CancellationToken.None);
        return code;
    }
}
