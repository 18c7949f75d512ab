using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>How often, and after which pauses, a failed activity or sub-orchestration is tried again.</summary>
public class RetryPolicy
{
    /// <param name="maxNumberOfAttempts">All attempts, the first one included; at least 1.</param>
    /// <param name="firstRetryInterval">The pause after the first failure; above zero.</param>
    /// <param name="backoffCoefficient">Each pause is this many times the one before; at least 1.</param>
    /// <param name="maxRetryInterval">The longest pause; one hour if not given; <see cref="Timeout.InfiniteTimeSpan"/> for no bound.</param>
    /// <param name="retryTimeout">No retry later than this after the first attempt; no bound if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of the range named above, or a bound is below the first pause.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        ThrowIfBelow(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfBelow(retryTimeout, firstRetryInterval, nameof(retryTimeout));

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
        Handle = _ => true;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    /// <summary>Asked with the exception of a failed attempt; set it through <see cref="HandleFailure"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; }

    /// <summary>Says by the failure's details whether it is worth a retry; the bounds of the policy hold besides.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = failure => failure is TaskFailedException { FailureDetails: { } details }
            ? value(details)
            : throw new InvalidOperationException($"A retry was decided on {failure.GetType()}, which is no failure of a task.");
    }

    private static void ThrowIfBelow(TimeSpan? bound, TimeSpan first, string name)
    {
        if (bound < first && bound != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, bound, $"The bound must not be below the first pause of {first}.");
        }
    }
}
