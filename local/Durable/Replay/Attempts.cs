using Local.Durable.History;
using Microsoft.DurableTask;

namespace Local.Durable.Replay;

/// <summary>Calls an activity or a sub-orchestration, and again as its options say; the pauses are durable timers.</summary>
internal static class Attempts
{
    /// <param name="context">The orchestrator that calls.</param>
    /// <param name="name">What it calls.</param>
    /// <param name="retry">Null for one attempt.</param>
    /// <param name="begin">Begins one attempt.</param>
    /// <exception cref="TaskFailedException">The last attempt failed.</exception>
    public static async Task<CompletionEvent> RunAsync(
        TaskOrchestrationContext context, TaskName name, TaskRetryOptions? retry, Func<OpenTask> begin)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            var task = begin();
            var end = await task.Ended;
            var failure = end switch
            {
                TaskFailed failed => failed.Failure,
                ChildFailed failed => failed.Failure,
                _ => null,
            };
            if (failure is null)
            {
                return end;
            }

            var exception = new TaskFailedException(name, task.Begun.Id, failure.ToDetails());
            if (failure.IsNonRetriable || !await ShouldRetryAsync(context, retry, attempt, firstAttempt, exception))
            {
                throw exception;
            }
        }
    }

    private static async Task<bool> ShouldRetryAsync(
        TaskOrchestrationContext context, TaskRetryOptions? retry, int failures, DateTime firstAttempt, TaskFailedException exception)
    {
        if (retry?.Handler is { } handler)
        {
            // The context never cancels a retry; neither does the mirrored version.
            return await handler(new RetryContext(
                context, failures, exception.FailureDetails, context.CurrentUtcDateTime - firstAttempt, CancellationToken.None));
        }

        if (retry?.Policy is not { } policy || PauseAfter(policy, failures, context.CurrentUtcDateTime - firstAttempt, exception) is not { } pause)
        {
            return false;
        }

        await context.CreateTimer(pause, CancellationToken.None);
        return true;
    }

    // A condition that cannot be evaluated must not hide the failure it was asked about.
    private static bool IsWorthARetry(RetryPolicy policy, TaskFailedException exception)
    {
        try
        {
            return policy.Handle(exception);
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Null when the policy allows no further attempt.</summary>
    private static TimeSpan? PauseAfter(RetryPolicy policy, int failures, TimeSpan elapsed, TaskFailedException exception)
    {
        var isOver = failures >= policy.MaxNumberOfAttempts
            || (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout);
        if (isOver || !IsWorthARetry(policy, exception))
        {
            return null;
        }

        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var pause = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failures - 1);
        return pause < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(pause) : longest;
    }
}
