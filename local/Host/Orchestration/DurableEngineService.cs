using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Local.Durable;
using Local.Host.Startup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Host.Orchestration;

/// <summary>Starts the orchestration engine before the host listens, and stops it when the last request has been answered.</summary>
internal sealed partial class DurableEngineService(
    DurableFunctions functions, DurableSettings settings, IHostApplicationLifetime lifetime, ILoggerFactory loggers) : IHostedService
{
    /// <summary>How long the store may take for its first answer. Later on the engine is more patient; who starts a host waits for it.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = loggers.CreateLogger<DurableEngineService>();
    private DurableEngine? _engine;

    /// <exception cref="StartupException">No store is configured, it does not answer, or another process holds it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!functions.Any)
        {
            return;
        }

        var (connection, options) = (settings.Connection, settings.Options());
        try
        {
            await ProbeAsync(connection, options.TaskHub, cancellationToken);
            var engine = new DurableEngine(
                new TableServiceClient(connection), new BlobServiceClient(connection), functions.Register(), options, loggers);
            functions.Use(engine.Client);
            await engine.StartAsync(cancellationToken);
            _engine = engine;
            _ = WatchAsync(engine);
        }
        catch (FormatException wrong)
        {
            throw new StartupException($"The setting {settings.ConnectionName} is no connection string of a store: {wrong.Message}", wrong);
        }
        catch (Exception refused) when (refused is ArgumentException or DurableEngineException)
        {
            throw new StartupException(refused.Message, refused);
        }
        catch (Exception unreachable) when (unreachable is RequestFailedException or AggregateException)
        {
            throw new StartupException(
                $"The store that the setting {settings.ConnectionName} names cannot be used: {Reason(unreachable)}", unreachable);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_engine is { } engine)
        {
            await engine.StopAsync(cancellationToken);
            await engine.DisposeAsync();
        }
    }

    private static async Task ProbeAsync(string connection, string taskHub, CancellationToken cancellation)
    {
        var tables = new TableServiceClient(connection, Impatient(new TableClientOptions()));
        await tables.CreateTableIfNotExistsAsync(DurableEngine.TableName(taskHub), cancellation);
        var blobs = new BlobServiceClient(connection, Impatient(new BlobClientOptions()));
        await blobs.GetBlobContainerClient(DurableEngine.ContainerName(taskHub)).ExistsAsync(cancellation);
    }

    private static TOptions Impatient<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = 1;
        options.Retry.NetworkTimeout = FirstAnswer;
        return options;
    }

    // The first line says what is wrong; behind it stand the headers of the answer, or the same again for every try.
    private static string Reason(Exception failure) =>
        (failure is AggregateException several ? several.InnerExceptions[^1] : failure).Message.Split('\n')[0].TrimEnd();

    private async Task WatchAsync(DurableEngine engine)
    {
        Log.Faulted(_logger, await engine.Faulted);
        ProcessGuard.EndWith(ExitCodes.Fault);
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The orchestration engine cannot go on, so the host stops.")]
        public static partial void Faulted(ILogger logger, Exception fault);
    }
}
