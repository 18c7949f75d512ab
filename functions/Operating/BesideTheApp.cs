using Azure;
using Collaborations.Audit.Heads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
        try
        {
            var code = await use(provider);

            // Nothing was started that would do it when the process ends.
            await provider.GetRequiredService<AuditHeadKeeper>().KeepAsync(CancellationToken.None);
            return code;
        }
        catch (OptionsValidationException missing)
        {
            await call.SayAsync(missing.Message, CancellationToken.None);
        }
        catch (RequestFailedException failure)
        {
            // Its sentence repeats the request, keys of rows included.
            await call.SayAsync($"The store refuses: {failure.Status} {failure.ErrorCode}", CancellationToken.None);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(failure => failure is RequestFailedException))
        {
            await call.SayAsync("The store does not answer.", CancellationToken.None);
        }

        return OperatorCommands.Bad;
    }
}
