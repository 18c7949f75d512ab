using System.Collections.Concurrent;
using Collaborations.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Collaborations.Audit.Heads;

/// <summary>
/// Keeps the heads of the chains that this process has added to, every few minutes and when it ends: beside the requests, so that none waits for it
/// and none fails by it. What a process that is killed had not kept yet is kept with the chain's next line.
/// </summary>
public sealed partial class AuditHeadKeeper(
    AuditHeadVault vault, TimeProvider clock, [FromKeyedServices(ProcessGate.Waiting)] TimeProvider machine, ILogger<AuditHeadKeeper> logger) : BackgroundService
{
    /// <summary>Ours: a chain's last lines can be cut off unseen for so long.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>A process that is told to end has not much longer.</summary>
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, ChainHead> _heads = new(StringComparer.Ordinal);

    /// <summary>A chain has a new head.</summary>
    public void Note(string chain, ChainHead head) =>
        _heads.AddOrUpdate(chain, head, (_, known) => known.Sequence > head.Sequence ? known : head);

    /// <summary>Keeps what was noted; what cannot be kept now is tried again the next time.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        foreach (var (chain, head) in _heads)
        {
            try
            {
                await vault.KeepAsync(new KeptHead(chain, head.Sequence, head.Link, head.Seal, clock.GetUtcNow()), cancellation);
                _heads.TryRemove(KeyValuePair.Create(chain, head));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it is, the app goes on without it, and the verifier says what is not kept.
                Log.NotKept(logger, chain, failure);
                return;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(LastPatience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await KeepAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            Log.GivenUp(logger, _heads.Count);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await KeepAsync(stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 130, Level = LogLevel.Warning, Message = "The head of chain {Chain} was not kept; it is tried again")]
        public static partial void NotKept(ILogger logger, string chain, Exception failure);

        [LoggerMessage(EventId = 131, Level = LogLevel.Warning, Message = "{Heads} heads were not kept before the process ended")]
        public static partial void GivenUp(ILogger logger, int heads);
    }
}
