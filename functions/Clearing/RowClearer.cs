using Collaborations.Accounts.Proofs;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Collaborations.Clearing;

/// <summary>
/// Once a day takes out the rows that no rule reads any more: windows of limits, challenges, and proofs that nobody ended. Beside the requests, and in
/// whichever process is the first of a day to ask: an app without a process has no new rows either. What a process that ends leaves behind, or what
/// fails, goes on the next day. What counts as over stands with each store.
/// </summary>
public sealed partial class RowClearer(
    Throttle throttle, ChallengeStore challenges, ProofStore proofs, TimeProvider clock, ILogger<RowClearer> logger) : BackgroundService
{
    /// <summary>Ours: one row is read so often, to see whether today's is done.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Clears, unless somebody has today.</summary>
    public async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            if (await throttle.TakeAsync("row-clearing", string.Empty, limit: 1, Day, cancellation) is null)
            {
                var ofLimits = await throttle.ForgetAsync(cancellation);
                var ofCodes = await challenges.ForgetAsync(cancellation);
                var ofProofs = await proofs.ForgetAsync(cancellation);
                Log.Cleared(logger, ofLimits, ofCodes, ofProofs);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever it is, the app goes on without it.
            Log.Failed(logger, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 140, Level = LogLevel.Information, Message = "Rows that were over are gone: {Limits} of limits, {Challenges} of codes, {Proofs} of proofs")]
        public static partial void Cleared(ILogger logger, int limits, int challenges, int proofs);

        [LoggerMessage(EventId = 141, Level = LogLevel.Warning, Message = "Rows that are over were not all taken out; it is tried again tomorrow")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
