using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Collaborations.Health;

/// <summary>Asks each thing the product cannot work without for one cheap answer.</summary>
/// <param name="tables">The records.</param>
/// <param name="blobs">The files.</param>
/// <param name="clock">Bounds the wait.</param>
/// <param name="logger">Gets the cause; the answer to the outside only names the part.</param>
public sealed partial class HealthCheck(TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock, ILogger<HealthCheck> logger)
{
    /// <summary>An instance that never exists: asking for it is a point read for the engine.</summary>
    private const string AbsentInstance = "health";
    private const string AbsentName = "healthprobe";

    /// <summary>A probe of a load balancer commonly gives up after five seconds; a part that takes longer than this is not healthy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthReport> RunAsync(DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var answers = await Task.WhenAll(
            AskAsync("tables", AskTablesAsync, either.Token),
            AskAsync("blobs", AskBlobsAsync, either.Token),
            AskAsync("orchestrations", token => orchestrations.GetInstanceAsync(AbsentInstance, token), either.Token));
        return new HealthReport(answers);
    }

    // Listings narrowed to a name that does not exist: the data roles allow them, which they do not allow the services' own properties.
    private async Task AskTablesAsync(CancellationToken cancellation)
    {
        await foreach (var _ in tables.QueryAsync($"TableName eq '{AbsentName}'", maxPerPage: 1, cancellation).WithCancellation(cancellation))
        {
            break;
        }
    }

    private async Task AskBlobsAsync(CancellationToken cancellation)
    {
        await foreach (var _ in blobs.GetBlobContainersAsync(prefix: AbsentName, cancellationToken: cancellation).WithCancellation(cancellation))
        {
            break;
        }
    }

    private async Task<PartHealth> AskAsync(string part, Func<CancellationToken, Task> ask, CancellationToken cancellation)
    {
        try
        {
            await ask(cancellation);
            return new PartHealth(part, Answers: true);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException or InvalidOperationException or AggregateException)
        {
            Log.PartDoesNotAnswer(logger, part, failure);
            return new PartHealth(part, Answers: false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "Health: {Part} does not answer")]
        public static partial void PartDoesNotAnswer(ILogger logger, string part, Exception failure);
    }
}
