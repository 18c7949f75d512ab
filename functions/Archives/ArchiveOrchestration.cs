using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Archives;

/// <param name="Place">Who asked, for what.</param>
/// <param name="Archive">Which.</param>
public sealed record ArchiveOrder(ArchivePlace Place, ArchiveId Archive);

/// <summary>Makes an archive, lets it be fetched for an hour, and forgets it.</summary>
public static class ArchiveOrchestration
{
    public static string InstanceOf(ArchiveId archive) => $"archive-{archive}";

    [Function(nameof(ArchiveOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ArchiveOrder order)
    {
        bool made;
        try
        {
            made = await context.CallActivityAsync<bool>(nameof(ArchiveActivities.MakeArchive), order, Retries.Quick);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(nameof(ArchiveActivities.FailArchive), order, Retries.Options);
            await ForgetLaterAsync(context, order);
            throw;
        }

        if (made)
        {
            await ForgetLaterAsync(context, order);
        }
        else
        {
            await context.CallActivityAsync(nameof(ArchiveActivities.ForgetArchive), order, Retries.Options);
        }
    }

    private static async Task ForgetLaterAsync(TaskOrchestrationContext context, ArchiveOrder order)
    {
        await context.CreateTimer(Archive.Lifetime, CancellationToken.None);
        await context.CallActivityAsync(nameof(ArchiveActivities.ForgetArchive), order, Retries.Options);
    }
}

public sealed class ArchiveActivities(ArchiveMaker maker)
{
    [Function(nameof(MakeArchive))]
    public Task<bool> MakeArchive([ActivityTrigger] ArchiveOrder order, CancellationToken cancellation) => maker.MakeAsync(order, cancellation);

    [Function(nameof(FailArchive))]
    public Task FailArchive([ActivityTrigger] ArchiveOrder order, CancellationToken cancellation) => maker.FailAsync(order, cancellation);

    [Function(nameof(ForgetArchive))]
    public Task ForgetArchive([ActivityTrigger] ArchiveOrder order, CancellationToken cancellation) => maker.ForgetAsync(order, cancellation);
}
