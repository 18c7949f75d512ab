using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Local.Durable;
using Local.Host.Http;
using Local.Host.Startup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Host.Orchestration;

/// <summary>Starts the orchestration engine before the host listens, and stops it when the last request has been answered.</summary>
internal sealed partial class DurableEngineService(
    DurableFunctions functions, DurableSettings settings, IHostApplicationLifetime lifetime, ILoggerFactory loggers, TimeProvider? time = null) : IHostedService
{
    /// <summary>How long the store may take for its first answer. Later the engine waits longer; now somebody waits.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = loggers.CreateLogger<DurableEngineService>();
    private readonly Lock _gate = new();
    private DurableEngine? _engine;
    private Task? _stopped;

    /// <exception cref="StartupException">No store is configured, it does not answer, or another process holds it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!functions.Any)
        {
            return;
        }

        var engine = Create();
        try
        {
            await ProbeAsync(settings.Connection, settings.Options().TaskHub, cancellationToken);
            functions.Use(engine.Client);
            await engine.StartAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            await engine.DisposeAsync();
            throw failure switch
            {
                DurableEngineException refused => new StartupException(refused.Message, refused),
                RequestFailedException or AggregateException => new StartupException(
                    $"The store that the setting {settings.ConnectionName} names cannot be used: {Reason(failure)}", failure),
                _ => failure,
            };
        }

        _engine = engine;
        _ = WatchAsync(engine);
    }

    /// <summary>Both who stops the host and who waits for it to run to its end ask for this, at the same time: they wait for one and the same stop.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _stopped ??= StopEngineAsync();
        }
    }

    /// <summary>Ends when no orchestration takes a turn and no activity runs.</summary>
    public Task WhenIdleAsync() => _engine?.WhenIdleAsync() ?? Task.CompletedTask;

    private async Task StopEngineAsync()
    {
        if (_engine is { } engine)
        {
            // Within its own limit of time, not the host's: that one may have been used up by requests, and the hold on the store
            // must be given back all the same.
            await engine.StopAsync(CancellationToken.None);
            await engine.DisposeAsync();
        }
    }

    private DurableEngine Create()
    {
        var (connection, options) = (settings.Connection, settings.Options());
        // The application's own clock, where it has one, so that its timers and its records go by the same.
        options.Time = time ?? options.Time;
        try
        {
            return new DurableEngine(
                new TableServiceClient(connection, Untraced(new TableClientOptions())),
                new BlobServiceClient(connection, Untraced(new BlobClientOptions())),
                functions.Register(),
                options,
                loggers);
        }
        catch (Exception wrong) when (wrong is FormatException or { InnerException: FormatException })
        {
            throw new StartupException(
                $"The setting {settings.ConnectionName} is no connection string of a store: {wrong.GetBaseException().Message}", wrong);
        }
        catch (ArgumentException wrong)
        {
            throw new StartupException($"The task hub of {HostJson.FileName} cannot be: {wrong.Message}", wrong);
        }
    }

    private static async Task ProbeAsync(string connection, string taskHub, CancellationToken cancellation)
    {
        var tables = new TableServiceClient(connection, Impatient(Untraced(new TableClientOptions())));
        await tables.CreateTableIfNotExistsAsync(DurableEngine.TableName(taskHub), cancellation);
        var blobs = new BlobServiceClient(connection, Impatient(Untraced(new BlobClientOptions())));
        await blobs.GetBlobContainerClient(DurableEngine.ContainerName(taskHub)).ExistsAsync(cancellation);
    }

    // The engine tells of orchestrations and activities itself; each of its commits beside them would bury what the application does.
    private static TOptions Untraced<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return options;
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
