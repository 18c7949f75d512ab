using System.Globalization;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Practices.Retention;

/// <param name="Practice">Whose.</param>
/// <param name="Rule">The number of its rule: another rule has a process of its own.</param>
public sealed record RetentionInput(PracticeId Practice, long Rule);

/// <summary>Where the process of a rule stands.</summary>
public enum RetentionStep
{
    /// <summary>There is more to delete.</summary>
    More,

    /// <summary>For today it is done.</summary>
    Done,

    /// <summary>The practice has another rule, or none.</summary>
    Over,
}

/// <summary>Once a day deletes what a practice keeps no longer, for as long as its rule holds.</summary>
public static class RetentionOrchestration
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public static string InstanceOf(RetentionInput input) =>
        string.Create(CultureInfo.InvariantCulture, $"retention-{input.Practice}-{input.Rule}");

    [Function(nameof(RetentionOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RetentionInput input)
    {
        var step = await DeleteAsync(context, input);
        if (step == RetentionStep.Over)
        {
            return;
        }

        if (step == RetentionStep.Done)
        {
            await context.CreateTimer(Pause, CancellationToken.None);
        }

        // A history of one day each: the rule may hold for decades.
        context.ContinueAsNew(input);
    }

    private static async Task<RetentionStep> DeleteAsync(TaskOrchestrationContext context, RetentionInput input)
    {
        try
        {
            return await context.CallActivityAsync<RetentionStep>(nameof(RetentionActivities.DeleteWhatIsOver), input, Retries.Options);
        }
        catch (TaskFailedException)
        {
            // Two hours of a store that does not answer are no reason to keep for ever: tomorrow is another day.
            return RetentionStep.Done;
        }
    }
}
