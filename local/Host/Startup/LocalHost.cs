using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Host.Startup;

/// <summary>
/// The composed host. Where the process is the application's own, a failure to start becomes one sentence on the error output
/// and an exit code, without a stack trace; in a test's process it is thrown, like any host's.
/// </summary>
internal sealed partial class LocalHost(IHost inner, bool ownsProcess, Action compose) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => inner.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            compose();
            await inner.StartAsync(cancellationToken);
            ProcessGuard.Release();
        }
        catch (Exception failure)
        {
            await GiveBackAsync();
            if (!ownsProcess)
            {
                throw;
            }

            ProcessGuard.Report(failure);
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => inner.StopAsync(cancellationToken);

    public void Dispose() => inner.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
            return;
        }

        inner.Dispose();
    }

    // Whatever did start, such as the hold on the store, is given back. That it cannot be is not what kept the host from starting.
    private async Task GiveBackAsync()
    {
        try
        {
            await inner.StopAsync(CancellationToken.None);
        }
        catch (Exception second)
        {
            Log.NotStopped(Services.GetRequiredService<ILogger<LocalHost>>(), second);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "What had started before the failure did not stop in order.")]
        public static partial void NotStopped(ILogger logger, Exception exception);
    }
}
