using Collaborations.Identifiers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Collaborating.Process;

/// <param name="Practice">That shares.</param>
/// <param name="Collaboration">Which.</param>
public sealed record CollaborationInput(PracticeId Practice, CollaborationId Collaboration);

/// <summary>How a collaboration's process ended.</summary>
public enum CollaborationEnd
{
    /// <summary>The start was cut off before the record was written: there is no such collaboration.</summary>
    NeverStarted,

    /// <summary>The time of links and reminders is over. Answers go on; they need no process.</summary>
    Watched,
}

/// <summary>
/// A collaboration from its start to the day on which its links have died: the emails at once, the edit window until its time or the first read,
/// the lock, and reminders on day 3 and day 15. What may be edited and who may read is decided on the record; here is what follows, and when.
/// </summary>
public static class CollaborationOrchestration
{
    /// <summary>The record has changed: look at it.</summary>
    public const string ChangedEvent = "Changed";

    // Product rule: reminders on day 3 and day 15, the end on day 30.
    private static readonly TimeSpan[] Reminders = [TimeSpan.FromDays(3), TimeSpan.FromDays(15)];
    internal static readonly TimeSpan End = TimeSpan.FromDays(30);

    public static string InstanceOf(CollaborationId collaboration) => $"collaboration-{collaboration}";

    [Function(nameof(CollaborationOrchestration))]
    public static async Task<CollaborationEnd> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CollaborationInput input)
    {
        var journey = new CollaborationJourney(context, input);
        if (!await journey.BeginAsync())
        {
            return CollaborationEnd.NeverStarted;
        }

        await journey.SettleAsync();
        await journey.WaitForLockAsync();
        await journey.LockAsync();
        foreach (var (index, due) in Reminders.Index())
        {
            await journey.WaitUntilAsync(due);
            await journey.RemindAsync(index + 1);
        }

        await journey.WaitUntilAsync(End);
        return CollaborationEnd.Watched;
    }
}
