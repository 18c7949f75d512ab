namespace DurableTask.Core;

/// <summary>A failure as a history has it.</summary>
public class FailureDetails(string errorType, string errorMessage, string? stackTrace, FailureDetails? innerFailure, bool isNonRetriable)
{
    /// <summary>The full name of the exception's type.</summary>
    public string ErrorType { get; } = errorType;

    public string ErrorMessage { get; } = errorMessage;

    public string? StackTrace { get; } = stackTrace;

    public FailureDetails? InnerFailure { get; } = innerFailure;

    public bool IsNonRetriable { get; } = isNonRetriable;

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";
}
