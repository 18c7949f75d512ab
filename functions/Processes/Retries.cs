using Microsoft.DurableTask;

namespace Collaborations.Processes;

/// <summary>How often activities are tried.</summary>
internal static class Retries
{
    /// <summary>Where nobody waits: 10 tries over about two hours.</summary>
    public static TaskOptions Options { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>Where somebody looks at a page: 3 tries in 5 seconds.</summary>
    public static TaskOptions Quick { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 4));
}
