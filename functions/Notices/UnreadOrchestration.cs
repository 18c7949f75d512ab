using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Processes;
using Collaborations.Talks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Notices;

/// <param name="Thread">Where it waits.</param>
/// <param name="Reader">For whom: a member's or an account's id.</param>
/// <param name="Sequence">The first message that was unread.</param>
/// <param name="First">The email to begin with.</param>
public sealed record UnreadInput(ThreadId Thread, Guid Reader, int Sequence, EmailKind First);

/// <param name="Unread">What waits for whom.</param>
/// <param name="Kind">Which email.</param>
/// <param name="Process">Names the send.</param>
public sealed record UnreadSend(UnreadInput Unread, EmailKind Kind, string Process);

/// <summary>
/// Tells a reader that something waits, and once more after an hour if it still does. It is started by the first message that is unread, and by
/// no further one until all was read: a burst of messages is one email.
/// </summary>
public static class UnreadOrchestration
{
    private static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(1);

    public static string InstanceOf(ThreadId thread, Guid reader, int sequence) => $"unread-{thread}-{reader:N}-{sequence}";

    [Function(nameof(UnreadOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, UnreadInput input)
    {
        await context.CallActivityAsync(nameof(UnreadActivities.TellReader), new UnreadSend(input, input.First, context.InstanceId), Retries.Options);
        await context.CreateTimer(ReminderAfter, CancellationToken.None);
        await context.CallActivityAsync(
            nameof(UnreadActivities.TellReader), new UnreadSend(input, EmailKind.UnreadReminder, context.InstanceId), Retries.Options);
    }
}

public sealed class UnreadActivities(TalkStore talks, NoticeSender notices)
{
    /// <summary>Whoever has read it by now is left in peace. The first email of a thread without a message says that the thread is there.</summary>
    [Function(nameof(TellReader))]
    public async Task TellReader([ActivityTrigger] UnreadSend input, CancellationToken cancellation)
    {
        var unread = input.Unread;
        if (await talks.FindAsync(unread.Thread, cancellation) is { Record: var talk }
            && (talk.UpToOf(unread.Reader) < unread.Sequence || input.Kind == EmailKind.SecureMessage))
        {
            await notices.TellReaderAsync(unread.Thread, unread.Reader, input.Kind, input.Process, cancellation);
        }
    }
}
