namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function: what triggered it, its services, and what its middleware shares.</summary>
public abstract class FunctionContext
{
    /// <summary>Differs for every invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The same for every invocation of one function.</summary>
    public abstract string FunctionId { get; }

    public abstract TraceContext TraceContext { get; }

    public abstract BindingContext BindingContext { get; }

    public abstract RetryContext RetryContext { get; }

    /// <summary>The invocation's own scope of services; it ends with the invocation.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function hand to each other within this invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signals that nobody waits for the invocation any more, or that the host is stopping.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
