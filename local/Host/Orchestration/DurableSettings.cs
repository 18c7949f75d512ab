using Local.Durable;
using Local.Host.Http;
using Local.Host.Startup;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Local.Host.Orchestration;

/// <summary>
/// What host.json says of orchestrations, under <c>extensions.durableTask</c> and in its words ("host.json settings for Durable
/// Functions"): hubName, maxConcurrentActivityFunctions, maxConcurrentOrchestratorFunctions, defaultVersion, versionMatchStrategy,
/// versionFailureStrategy, and the connection's name in storageProvider.
/// </summary>
internal sealed class DurableSettings(HostJson hostJson, IConfiguration settings, IOptions<WorkerOptions> worker, TimeProvider time)
{
    private const string DefaultConnection = "AzureWebJobsStorage";

    /// <summary>The name of the task hub where host.json has none, as with the Functions host off Azure.</summary>
    private const string DefaultTaskHub = "TestHubName";

    /// <summary>How long running activities may take to end when the host stops; one that is cut off runs again at the next start.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    /// <summary>As the scheduler's longest policy of retention has it.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    /// <summary>The setting that holds the store's connection string.</summary>
    public string ConnectionName
    {
        get
        {
            // Another kind of provider names the connection to a service of its own, of which there is none here.
            var type = hostJson.DurableText("storageProvider:type");
            return type is not null && !type.Equals("AzureStorage", StringComparison.OrdinalIgnoreCase)
                ? DefaultConnection
                : hostJson.DurableText("storageProvider:connectionName")
                    ?? hostJson.DurableText("storageProvider:connectionStringName")
                    ?? DefaultConnection;
        }
    }

    /// <exception cref="StartupException">The setting is missing.</exception>
    public string Connection =>
        settings[ConnectionName] is { Length: > 0 } plain ? plain
        : settings.GetConnectionString(ConnectionName) is { Length: > 0 } named ? named
        : throw new StartupException(
            $"The setting {ConnectionName} is missing: it holds the connection string of the store that orchestrations live in.");

    /// <exception cref="StartupException">A value of host.json is of the wrong kind.</exception>
    public DurableOptions Options()
    {
        var options = new DurableOptions
        {
            TaskHub = hostJson.DurableText("hubName") ?? DefaultTaskHub,
            Time = time,
            StopTimeout = StopTimeout,
            KeepEnded = KeepEnded,
            DataConverter = new SerializerConverter(worker.Value.Serializer!),
        };
        options.MaxConcurrentActivities = hostJson.DurableNumber("maxConcurrentActivityFunctions") ?? options.MaxConcurrentActivities;
        options.MaxConcurrentOrchestrations =
            hostJson.DurableNumber("maxConcurrentOrchestratorFunctions") ?? options.MaxConcurrentOrchestrations;
        options.DefaultVersion = hostJson.DurableText("defaultVersion") ?? options.DefaultVersion;
        options.VersionMatchStrategy = hostJson.DurableChoice<VersionMatchStrategy>("versionMatchStrategy") ?? options.VersionMatchStrategy;
        options.VersionFailureStrategy =
            hostJson.DurableChoice<VersionFailureStrategy>("versionFailureStrategy") ?? options.VersionFailureStrategy;
        return options;
    }
}
