namespace Microsoft.DurableTask;

/// <summary>Says whether a failed task is to be tried again. Runs in the orchestrator, so it must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <inheritdoc cref="RetryHandler"/>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

/// <summary>What a retry handler decides by.</summary>
/// <param name="OrchestrationContext">The context of the orchestration that called the task; timers of a back-off are created on it.</param>
/// <param name="LastAttemptNumber">The number of failed attempts so far, from 1.</param>
/// <param name="LastFailure">What the last attempt failed with.</param>
/// <param name="TotalRetryTime">Time of the orchestration between the first attempt and the last failure.</param>
/// <param name="CancellationToken">Never cancelled in the mirrored version.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
