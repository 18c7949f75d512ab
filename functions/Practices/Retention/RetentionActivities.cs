using System.Globalization;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Collaborations.Practices.Retention;

/// <summary>Deletes what is over, one after the other; kinds come in the order in which they are registered, what belongs to another before it.</summary>
public sealed partial class RetentionActivities(
    PracticeStore practices, IEnumerable<IRetained> kinds, AuditTrail trail, TimeProvider clock, ILogger<RetentionActivities> logger)
{
    /// <summary>In one activity: some minutes' work at most.</summary>
    private const int MostAtOnce = 50;

    [Function(nameof(DeleteWhatIsOver))]
    public async Task<RetentionStep> DeleteWhatIsOver([ActivityTrigger] RetentionInput input, CancellationToken cancellation)
    {
        if (await practices.FindAsync(input.Practice, cancellation) is not { Record.Retention: { } rule } || rule.Number != input.Rule)
        {
            return RetentionStep.Over;
        }

        if (rule.LimitAt(clock.GetUtcNow()) is not { } limit)
        {
            return RetentionStep.Done;
        }

        var deleted = 0;
        foreach (var kind in kinds)
        {
            await foreach (var id in kind.ListAsync(input.Practice, limit, cancellation))
            {
                deleted += await DeleteAsync(kind, input.Practice, id, limit, cancellation) ? 1 : 0;
                if (deleted == MostAtOnce)
                {
                    return RetentionStep.More;
                }
            }
        }

        return RetentionStep.Done;
    }

    private async Task<bool> DeleteAsync(IRetained kind, PracticeId practice, Guid id, DateTimeOffset limit, CancellationToken cancellation)
    {
        try
        {
            return await kind.DeleteAsync(practice, id, limit, () => NoteAsync(kind.Deleted, practice, id, cancellation), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever it is, one that cannot be deleted keeps no other: it is tried again tomorrow.
            Log.NotDeleted(logger, practice, id, failure);
            return false;
        }
    }

    private Task NoteAsync(AuditAction action, PracticeId practice, Guid id, CancellationToken cancellation) =>
        trail.AppendAsync(
            AuditChain.Of(practice),
            AuditLine.ByNobody(clock.GetUtcNow(), action, id.ToString("N", CultureInfo.InvariantCulture), AuditLine.Done),
            cancellation);

    private static partial class Log
    {
        [LoggerMessage(EventId = 142, Level = LogLevel.Error, Message = "Practice {Practice}: {Closed} was not deleted; it is tried again")]
        public static partial void NotDeleted(ILogger logger, PracticeId practice, Guid closed, Exception failure);
    }
}
