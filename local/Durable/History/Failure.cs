using Microsoft.DurableTask;

namespace Local.Durable.History;

/// <summary>A failure as it is stored.</summary>
/// <param name="Type">The full name of the exception's type, or a word of the engine for a failure without an exception.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Stack">Where; cut, as the message is, so that all of it fits a table property.</param>
/// <param name="Inner">The cause.</param>
/// <param name="IsNonRetriable">True where another attempt cannot end otherwise, as when no activity of the name exists.</param>
internal sealed record Failure(string Type, string Message, string? Stack = null, Failure? Inner = null, bool IsNonRetriable = false)
{
    private const int LongestStack = 2_000;
    private const int LongestMessage = 2_000;
    private const int DeepestInner = 4;

    /// <summary>Of a task's failure that nobody caught the cause is the task's, as the worker of the service has it.</summary>
    public static Failure From(Exception exception)
    {
        var details = TaskFailureDetails.FromException(exception);
        return From(exception is TaskFailedException failed ? details with { InnerFailure = failed.FailureDetails } : details);
    }

    public static Failure From(TaskFailureDetails details) => From(details, 0);

    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);

    private static Failure From(TaskFailureDetails details, int depth) => new(
        details.ErrorType,
        Cut(details.ErrorMessage, LongestMessage),
        details.StackTrace is null ? null : Cut(details.StackTrace, LongestStack),
        details.InnerFailure is null || depth == DeepestInner ? null : From(details.InnerFailure, depth + 1));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>Error types that no exception of the application has.</summary>
    internal static class Types
    {
        public const string OrchestratorNotFound = "OrchestratorTaskNotFound";
        public const string ActivityNotFound = "ActivityTaskNotFound";
        public const string VersionMismatch = "VersionMismatch";
        public const string NonDeterministic = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";
        public const string AlreadyExists = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";
        public const string Terminated = "OrchestrationTerminated";
    }
}
