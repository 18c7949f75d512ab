namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger knows of the event, by name: for HTTP the route values and the query string.</summary>
public abstract class BindingContext
{
    /// <summary>Names are compared without regard to case.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
