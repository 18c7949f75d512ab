namespace Microsoft.Azure.Functions.Worker;

/// <summary>The worker itself could not do its part of an invocation.</summary>
public class FunctionWorkerException : Exception
{
    public FunctionWorkerException(string? message)
        : base(message)
    {
    }

    public FunctionWorkerException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
