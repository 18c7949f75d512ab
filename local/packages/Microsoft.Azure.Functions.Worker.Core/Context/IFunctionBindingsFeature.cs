namespace Microsoft.Azure.Functions.Worker.Context.Features;

/// <summary>The values of an invocation's bindings, between the host that triggers and the worker that runs.</summary>
internal interface IFunctionBindingsFeature
{
    /// <summary>What the trigger knows, by name, without regard to case.</summary>
    IReadOnlyDictionary<string, object?> TriggerMetadata { get; }

    /// <summary>Values of the bindings themselves, by parameter name; asked before <see cref="TriggerMetadata"/>.</summary>
    IReadOnlyDictionary<string, object?> InputData { get; }

    /// <summary>What the function gave to its output bindings, by property name.</summary>
    IDictionary<string, object?> OutputBindingData { get; }

    object? InvocationResult { get; set; }
}
