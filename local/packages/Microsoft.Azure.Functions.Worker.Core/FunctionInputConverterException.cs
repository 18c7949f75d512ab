namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// A parameter got a value that does not convert to its type, such as the route value <c>abc</c> for an <c>int</c>.
/// Thrown inside the middleware pipeline; where no middleware catches it the request ends with 500.
/// </summary>
public class FunctionInputConverterException : FunctionWorkerException
{
    public FunctionInputConverterException(string? message)
        : base(message)
    {
    }

    public FunctionInputConverterException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
