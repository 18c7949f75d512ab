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

    /// <summary>A probe of a load balancer commonly gives up after five seconds; a part that takes longer than this is not healthy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthReport> RunAsync(DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var answers = await Task.WhenAll(
            AskAsync("tables", token => tables.GetPropertiesAsync(token), either.Token),
            AskAsync("blobs", token => blobs.GetPropertiesAsync(token), either.Token),
            AskAsync("orchestrations", token => orchestrations.GetInstancesAsync(AbsentInstance, cancellation: token), either.Token));
        return new HealthReport(answers);
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
