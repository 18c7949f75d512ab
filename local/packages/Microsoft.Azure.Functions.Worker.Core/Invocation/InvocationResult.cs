namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned; middleware may read and replace it once the function has run.</summary>
public abstract class InvocationResult : InvocationResult<object>
{
}

/// <inheritdoc cref="InvocationResult"/>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}
